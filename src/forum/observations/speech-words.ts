/** Words by which one tells that somebody spoke, as they stand in a text once accents are taken off; of a group of languages all at once. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Verbs of saying, in the forms in which reports of meetings have them. */
export const SAYING = words(`
  said says saying stated stating argued argues noted underlined underlines stressed stresses emphasised emphasized emphasises emphasizes
  called urged urges proposed proposes suggested suggests explained explains warned warns recalled recalls mentioned mentions pointed added
  asked asks insisted insists announced announces told tells spoke speaks highlighted highlights remarked remarks expressed expresses
  informed affirmed affirms complained criticised criticized criticises regretted regrets intervened declared declares replied shared
  reported commented objected asserted

  dit declare declara indique precise souligne explique affirme rappele rappelle ajoute propose suggere insiste estime annonce demande
  evoque regrette signale mentionne averti avertit avertissait exprime releve exhorte plaide dite soulignait expliquait repondu
  critique informe

  dijo dice declaro senalo senala indico indica subrayo subraya explico explica afirmo afirma anadio anade propuso sugirio sugiere
  insistio insiste destaco destaca recordo recuerda pidio pide anuncio anuncia manifesto manifiesta expreso expresa informo informa
  advirtio advierte menciono menciona comento comenta lamento sostuvo sostiene critico respondio

  قال قالت يقول تقول ذكر ذكرت يذكر تذكر اشار اشارت يشير تشير اكد اكدت يوكد توكد اوضح اوضحت صرح صرحت اضاف اضافت شدد شددت اقترح اقترحت
  اعلن اعلنت لفت لفتت دعا دعت حذر حذرت افاد افادت راي رات طالب طالبت اعرب اعربت انتقد انتقدت اجاب اجابت
`);

/** What begins that which was said: whoever is named behind it is spoken of, and does not speak. */
export const THAT = words('that how why que qu comment pourquoi como ان بان اذ');

/** Phrases that give a speaker's name next. */
export const ACCORDING: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
  ['quoting'],
  ['selon'],
  ['d', 'apres'],
  ['apres'],
  ['segun'],
  ['de', 'acuerdo', 'con'],
  ['en', 'palabras', 'de'],
  ['a', 'juicio', 'de'],
  ['وفقا'],
  ['وفق'],
  ['بحسب'],
  ['حسب'],
  ['نقلا', 'عن'],
  ['علي', 'حد', 'قول'],
];

/** Those who speak for a country. */
export const SPEAKERS = words(`
  delegate delegates delegation delegations representative representatives minister ambassador spokesperson spokesman spokeswoman envoy negotiator

  delegue deleguee delegues representant representante representants ministre ambassadeur ambassadrice negociateur

  delegado delegada delegados delegacion representantes ministro ministra embajador embajadora portavoz

  مندوب مندوبه وفد ممثل ممثله وزير وزيره سفير سفيره
`);
