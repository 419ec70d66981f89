import type { Locale } from '../src/vocab/language.ts';

/** A text with what a person would tag it with. */
export interface Labelled {
  language: Locale;
  title: string;
  summary: string;
  sdg: string[];
  gcm: string[];
  themes: string[];
  countries: string[];
}

/**
 * Made-up practices, three in each language. They were unseen at the first run; the lexicon was broadened afterwards by somebody
 * who knew them. They are few: they tell whether the other languages work at all, not how well to a hundredth.
 */
export const SEEN: readonly Labelled[] = [
  {
    language: 'en',
    title: 'Nurses for Tomorrow',
    summary:
      'Kenya and the United Kingdom train nurses together: half of each class stays at home, the other half leaves on a three-year contract. Fees for recruitment are paid by the hospital that hires, and diplomas are accepted on both sides, so nobody works below what she has learned.',
    sdg: ['3.c', '4.4', '8.8', '10.7'],
    gcm: ['5', '6', '18'],
    themes: ['skills-partnerships', 'skills-recognition', 'fair-recruitment', 'health'],
    countries: ['GB', 'KE'],
  },
  {
    language: 'en',
    title: 'Shelter and counsel for survivors',
    summary:
      'A national hotline, four shelters and a fund for legal aid help people who were trafficked into Thailand for forced labour on fishing boats or for sexual exploitation. Police and prosecutors learn to tell a victim from an offender, and children are placed with families.',
    sdg: ['5.2', '8.7', '16.2', '16.3'],
    gcm: ['7', '10'],
    themes: ['trafficking-and-smuggling', 'protection-of-migrants'],
    countries: ['TH'],
  },
  {
    language: 'en',
    title: 'Sending home for less',
    summary:
      'The central bank of Tonga, with banks in New Zealand, built a voucher that lets families collect money from relatives abroad at a fifth of the usual cost. Shops in outer villages act as agents, and women open their first savings accounts.',
    sdg: ['8.10', '10.c'],
    gcm: ['20'],
    themes: ['remittances', 'financial-inclusion'],
    countries: ['NZ', 'TO'],
  },
  {
    language: 'fr',
    title: 'Maison des migrants de retour',
    summary:
      'À Dakar, un guichet unique accueille les Sénégalais qui rentrent d’Europe ou de Libye. On y trouve un suivi psychologique, une aide pour refaire ses papiers, des formations à un métier et un petit capital pour ouvrir un atelier. La mairie et les associations de familles le gèrent ensemble.',
    sdg: ['4.4', '8.3', '10.7'],
    gcm: ['21'],
    themes: ['return-and-reintegration', 'entrepreneurship', 'cities-and-local-authorities'],
    countries: ['SN'],
  },
  {
    language: 'fr',
    title: 'L’école ouverte à tous les enfants',
    summary:
      'Une circulaire du ministère tunisien permet d’inscrire à l’école primaire tout enfant étranger, même sans acte de naissance ni titre de séjour de ses parents. Des cours de langue et des médiateurs aident les élèves, et l’état civil délivre les certificats qui manquent.',
    sdg: ['4.1', '4.5', '16.9'],
    gcm: ['4', '15'],
    themes: ['education', 'access-to-services', 'children-and-youth'],
    countries: ['TN'],
  },
  {
    language: 'fr',
    title: 'Se déplacer avec dignité quand la mer monte',
    summary:
      'Aux Fidji, des lignes directrices disent comment un village menacé par la montée de la mer et les cyclones peut décider de s’installer ailleurs : qui est consulté, qui paie, comment la terre est partagée. Plusieurs communautés ont déjà été réinstallées.',
    sdg: ['1.5', '11.5', '13.1'],
    gcm: ['2', '5'],
    themes: ['climate-and-displacement'],
    countries: ['FJ'],
  },
  {
    language: 'es',
    title: 'Permiso temporal de protección',
    summary:
      'Colombia concede a las personas venezolanas un permiso de diez años con el que pueden trabajar, estudiar, abrir una cuenta bancaria y afiliarse al seguro de salud. El registro biométrico dio por primera vez cifras fiables sobre quiénes son y dónde viven.',
    sdg: ['10.7', '16.9', '17.18', '3.8'],
    gcm: ['1', '4', '7', '15'],
    themes: ['regularisation', 'protection-of-migrants', 'access-to-services'],
    countries: ['CO'],
  },
  {
    language: 'es',
    title: 'Ciudades sin rumores',
    summary:
      'Vecinos formados como agentes desmontan en el barrio los prejuicios y bulos sobre la inmigración con datos y con humor. El ayuntamiento de Barcelona empezó la red, y hoy la siguen municipios de España, Portugal y Japón, que comparten materiales contra el racismo y la xenofobia.',
    sdg: ['10.3', '11', '16.b'],
    gcm: ['16', '17'],
    themes: ['migration-narratives', 'integration-and-inclusion', 'cities-and-local-authorities'],
    countries: ['ES', 'JP', 'PT'],
  },
  {
    language: 'es',
    title: 'Tres por uno para el pueblo de origen',
    summary:
      'Por cada peso que un club de oriundos en Estados Unidos envía a su comunidad, el municipio, el estado y la federación mexicana ponen otro. Se construyen caminos, pozos y becas, y los clubes eligen las obras junto con los habitantes.',
    sdg: ['17.3', '10.c', '17.17'],
    gcm: ['19', '20'],
    themes: ['diaspora-engagement', 'diaspora-investment', 'remittances'],
    countries: ['MX', 'US'],
  },
  {
    language: 'ar',
    title: 'عقد موحد للعاملات في المنازل',
    summary:
      'أصدر الأردن عقد عمل موحداً يحمي العاملات في المنازل: يوم راحة في الأسبوع، وأجر يدفع في موعده عبر حساب مصرفي، وجواز سفر يبقى بيد صاحبته. ويراقب مفتشو العمل مكاتب الاستقدام، ويمكن تقديم الشكاوى بعدة لغات.',
    sdg: ['8.8', '8.7'],
    gcm: ['6'],
    themes: ['domestic-work', 'migrant-workers-rights', 'fair-recruitment'],
    countries: ['JO'],
  },
  {
    language: 'ar',
    title: 'بوابة المغاربة في الخارج للاستثمار',
    summary:
      'تساعد منصة رقمية أفراد الجالية المغربية المقيمين في فرنسا وبلجيكا على إنشاء شركات صغيرة في مدنهم الأصلية. وتجمع المنصة بين المعلومات والمرافقة والقروض، ويضاف إلى مدخرات صاحب المشروع تمويل من الدولة.',
    sdg: ['8.3', '9.3', '17.3'],
    gcm: ['19'],
    themes: ['diaspora-engagement', 'diaspora-investment', 'entrepreneurship', 'technology-and-digital'],
    countries: ['BE', 'FR', 'MA'],
  },
  {
    language: 'ar',
    title: 'مراكز صحية للاجئين والمجتمع المضيف',
    summary:
      'في لبنان، فتحت البلديات مراكز للرعاية الصحية الأولية تخدم اللبنانيين واللاجئين السوريين على حد سواء، بالسعر نفسه. وتشمل الخدمات تطعيم الأطفال وصحة الأمهات والدعم النفسي، ويعمل فيها متطوعون من الجانبين.',
    sdg: ['3.8', '3.4', '3.7'],
    gcm: ['15', '16'],
    themes: ['health', 'access-to-services', 'refugees-and-host-communities'],
    countries: ['LB'],
  },
];

/**
 * Eight more, two in each language, written and labelled after that, and never looked at in changing anything. Whoever changes
 * the lexicon because of them moves them above and writes others.
 */
export const UNSEEN: readonly Labelled[] = [
  {
    language: 'en',
    title: 'Harvest with a contract',
    summary:
      'Fruit growers in Portugal hire pickers from Thailand and Nepal for six months through the labour ministries, without brokers. Housing is inspected before arrival, pay slips come in the workers’ own language, and those who keep to the rules may come again next year.',
    sdg: ['8.8', '10.7'],
    gcm: ['5', '6'],
    themes: ['seasonal-and-circular-migration', 'labour-mobility', 'fair-recruitment'],
    countries: ['NP', 'PT', 'TH'],
  },
  {
    language: 'en',
    title: 'Counting who moves',
    summary:
      'The bureau of statistics of Ghana added twelve questions on migration to its labour force survey and trained enumerators in all regions. Ministries now receive a short bulletin each quarter, broken down by sex and age, and researchers may use the anonymous records.',
    sdg: ['17.18'],
    gcm: ['1'],
    themes: ['migration-data'],
    countries: ['GH'],
  },
  {
    language: 'fr',
    title: 'Parrains de quartier',
    summary:
      'À Liège, en Belgique, des habitants accompagnent pendant un an une famille réfugiée : démarches à la commune, recherche d’un logement, premiers pas en français, loisirs des enfants. La ville forme les parrains et assure les rencontres.',
    sdg: ['10.2', '11.1'],
    gcm: ['16', '15'],
    themes: ['integration-and-inclusion', 'refugees-and-host-communities', 'cities-and-local-authorities'],
    countries: ['BE'],
  },
  {
    language: 'fr',
    title: 'Transférer sa retraite',
    summary:
      'Un accord entre le Maroc et l’Espagne permet aux anciens saisonniers de percevoir chez eux la pension pour laquelle ils ont cotisé, et à leurs veuves de la garder. Les deux caisses échangent leurs fichiers et ont supprimé les frais de banque.',
    sdg: ['1.3', '8.8', '10.4'],
    gcm: ['22'],
    themes: ['social-protection', 'migrant-workers-rights'],
    countries: ['ES', 'MA'],
  },
  {
    language: 'es',
    title: 'Búsqueda de quienes no llegaron',
    summary:
      'Forenses de Guatemala, Honduras y México comparan muestras genéticas de familiares con restos hallados en la ruta, y avisan a las familias con dignidad. Una mesa con colectivos de madres vigila el proceso y protege los datos.',
    sdg: ['10.7', '16.3'],
    gcm: ['8'],
    themes: ['protection-of-migrants', 'family-and-community'],
    countries: ['GT', 'HN', 'MX'],
  },
  {
    language: 'es',
    title: 'Retornar con oficio',
    summary:
      'El Ecuador ofrece a los ecuatorianos que vuelven créditos para un negocio, reconocimiento de lo que aprendieron fuera y cupos escolares para sus hijos. Los consulados dan la información antes del viaje.',
    sdg: ['8.3', '4.4', '10.7'],
    gcm: ['21', '18'],
    themes: ['return-and-reintegration', 'entrepreneurship', 'skills-recognition'],
    countries: ['EC'],
  },
  {
    language: 'ar',
    title: 'شهادة ميلاد لكل طفل',
    summary:
      'تسجل بلديات تركيا والعراق المواليد من أبناء اللاجئين مجاناً وفي يوم واحد، حتى إن فقد الوالدان وثائقهما، لكي لا يبقى طفل بلا جنسية ولا مدرسة ولا لقاح.',
    sdg: ['16.9', '4.1', '3.8'],
    gcm: ['4', '15'],
    themes: ['refugees-and-host-communities', 'children-and-youth', 'access-to-services'],
    countries: ['IQ', 'TR'],
  },
  {
    language: 'ar',
    title: 'معاً ضد الاتجار بالبشر',
    summary:
      'أنشأت البحرين خطاً ساخناً وداراً للإيواء لضحايا الاتجار بالأشخاص، ودربت القضاة والشرطة، ووقعت مع الفلبين مذكرة تفاهم لتبادل المعلومات عن المكاتب التي تخدع العمال.',
    sdg: ['8.7', '16.2', '5.2'],
    gcm: ['10', '23'],
    themes: ['trafficking-and-smuggling', 'protection-of-migrants'],
    countries: ['BH', 'PH'],
  },
];
