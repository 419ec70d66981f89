/** What keeps other words from being taken for names of places; words are folded, as search/tokens.ts folds them. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Names that are also words of one of the languages: without a capital letter they are no places. */
export const WORDS_IN_LOWER_CASE = set(`
  turkey turkei china chine chile guinea jordan chad georgia iran mali cuba panama malta malte peru grenada granada grenade
  suede jersey dominica salvador guadalupe gulf golfe golfo levant levante pacific pacifique pacifico antilles cono us equateur
  ecuador tonga bermuda bermudas oman togo laos liban inde palaos comores chypre perou america amerique wales niger
  mediterranean mediterranee mediterraneo europa india japan argentine`);

/** Abbreviations: places in capitals alone, and not in a text that is all in capitals. */
export const ABBREVIATIONS = set('uae eau uk usa us eeuu drc rdc prc dprk ksa bvi usvi rsa mena apac bih');

/** Names that name too many other things to be looked for alone: meetings, forenames, cars, compass points, organisations. */
export const NOT_ALONE = set(`
  maurice car rca rok opt png ssa fsm lac alc xkx fyrom america
  eu ue oecs caricom ecowas cedeao eccas ceeac cemac mercosur asean anase sadc gcc ccg ايكواس اسيان
  الساحل ساحل المشرق مشرق اروبا ايل european اوروبي`);

/** What has to stand right before names that are forenames, cities or meetings as well. */
export const REQUIRED_BEFORE: Readonly<Record<string, RegExp>> = {
  reunion: /(?:^|\P{L})(?:la|(?:à|de)\s+La)\s$/u,
  dominique: /(?:^|\P{L})[Ll]a\s$/u,
  salvador: /(?:^|\P{L})(?:[Ee]l|[Ll]e|[Aa]u|[Dd]u|[Dd]el|[Aa]l)\s$/u,
  مالي: /(?:^|\P{L})[وف]?(?:في|من|إلى|الى|دولة|جمهورية)\s$/u,
};

/** "Gulf of Guinea": no gulf of those that are meant where nothing follows. */
export const OTHER_GULF = /^\s(?:of|de|du)\s/u;

/** Names longer than a word that are organisations rather than places. */
export const ORGANISATIONS = set(
  'european-union union-europeenne union-europea الاتحاد-الاوروبي gulf-cooperation-council مجلس-التعاون-الخليجي eu-member-states andean-community comunidad-andina',
);

/** Names that need more than themselves: how sure one is of them when they stand alone. */
export const UNSURE: Readonly<Record<string, number>> = {
  georgia: 0.7,
  jordan: 0.7,
  chad: 0.7,
  congo: 0.45,
  congolese: 0.45,
  congolais: 0.45,
  congolaise: 0.45,
  الكونغو: 0.45,
  granada: 0.4,
  guadalupe: 0.4,
  mauricio: 0.4,
  dominica: 0.7,
  dominican: 0.5,
  jersey: 0.5,
  عمان: 0.5,
  مالي: 0.5,
  قطر: 0.6,
};

interface Veto {
  before?: ReadonlySet<string>;
  after?: ReadonlySet<string>;
}

const WATERS = 'river lake fleuve riviere lac rio lago نهر بحيره';
const GULFS = 'gulf golfe golfo خليج';

/** Words beside the name of a country with which it means something else: the river, the gulf, another state. */
export const VETOES: Readonly<Record<string, Veto>> = {
  GE: { before: set('south atlanta'), after: set('tech atlanta usa us') },
  JO: { before: set(`${WATERS} michael mr mrs ms dr`) },
  TD: { before: set(`${WATERS} bassin basin mr`) },
  NE: { before: set(WATERS), after: set('delta state') },
  GN: { before: set(`${GULFS} new nouvelle nueva`), after: set('pig pigs fowl') },
  MX: { before: set(`new nuevo nouveau ${GULFS}`) },
  JE: { before: set('new nueva') },
  GB: { before: set('new') },
  CG: { before: set(`${WATERS} bassin cuenca حوض`), after: set('basin river') },
  CD: { before: set(`${WATERS} bassin cuenca حوض`), after: set('basin river') },
  CN: { after: set('sea') },
  BJ: { after: set('بنات وبنات') },
  QA: { before: set('كل') },
  MU: { before: set('saint mr san don') },
  US: { before: set('latin central south north') },
};

/** Words beside an adjective with which it names a language. */
export const LANGUAGE_WORDS = set(
  'language languages speaking speaker speakers lesson lessons class classes course courses langue langues cours lengua lenguas idioma idiomas clase clases curso cursos لغه اللغه باللغه للغه',
);

/** Beginnings of words that tell of whoever pays: a country named beside them may not be where something takes place. */
export const PAYING = /^(?:fund|financ|commission|donor|behalf|bailleur|mandat|donante|encarg|تمويل|بتمويل|ممول|مانح)/;
export const PAYERS = /^(?:embass|ambassad|embajad|سفار|ministr|minister|agenc|cooper)/;
