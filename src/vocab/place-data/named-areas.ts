/**
 * Areas with a name of their own that is none of M49's, in any of the four languages, parted by "|"; behind them the M49
 * sub-regions in which they lie. They stay among the places of a practice, as written, and tell its regions.
 */
export const NAMED_AREAS: readonly (readonly [names: string, regions: string])[] = [
  ['Eastern Caribbean|East Caribbean|OECS|Caraïbes orientales|Caraïbe orientale|Caribe Oriental|شرق الكاريبي', '029'],
  ['CARICOM|Greater Antilles|Lesser Antilles|Antilles|Antillas', '029'],
  [
    'Pacific|Pacific Islands|Pacific Island States|Pacific Island Countries|South Pacific|Pacifique|Îles du Pacifique|Pacífico|Islas del Pacífico|المحيط الهادئ|جزر المحيط الهادئ',
    '054 057 061',
  ],
  ['Australasia|Australasie', '053'],
  [
    'Horn of Africa|Greater Horn of Africa|Corne de l’Afrique|Cuerno de África|القرن الأفريقي|East and Horn of Africa',
    '014',
  ],
  ['Great Lakes|African Great Lakes|Grands Lacs|Grandes Lagos|البحيرات الكبرى', '014 017'],
  ['Sahel|Sahel and Lake Chad|G5 Sahel|الساحل', '011 017'],
  ['Lake Chad|Lake Chad Basin|Bassin du lac Tchad|Cuenca del lago Chad|حوض بحيرة تشاد', '011 017'],
  ['ECOWAS|CEDEAO|إيكواس', '011'],
  ['ECCAS|CEEAC|CEMAC', '017'],
  ['Maghreb|Magreb|المغرب العربي|المغرب الكبير', '015'],
  ['Middle East|Near East|Moyen-Orient|Proche-Orient|Oriente Medio|Medio Oriente|Oriente Próximo|الشرق الأوسط', '145'],
  [
    'MENA|Middle East and North Africa|North Africa and the Middle East|North Africa and Middle East|Moyen-Orient et Afrique du Nord|Oriente Medio y Norte de África|الشرق الأوسط وشمال أفريقيا|Arab States|Arab countries|États arabes|Pays arabes|Estados árabes|الدول العربية|البلدان العربية',
    '015 145',
  ],
  [
    'GCC|Gulf|Gulf States|Gulf countries|Gulf Cooperation Council|Arabian Gulf|CCG|Pays du Golfe|Golfe|Países del Golfo|دول الخليج|الخليج العربي|مجلس التعاون الخليجي',
    '145',
  ],
  ['Levant|Levante|Mashreq|Machrek|المشرق', '145'],
  ['South Caucasus|Caucasus|Southern Caucasus|Caucase|Caucase du Sud|Cáucaso|Cáucaso Sur|القوقاز', '145'],
  [
    'Balkans|Western Balkans|West Balkans|Balkans occidentaux|Balcanes|Balcanes Occidentales|البلقان|غرب البلقان',
    '039',
  ],
  [
    'South-East Europe|South Eastern Europe|South-Eastern Europe|Southeast Europe|Southeastern Europe|Europe du Sud-Est|Europa Sudoriental',
    '039',
  ],
  ['Central Europe|Europe centrale|Europa Central', '151 155'],
  ['Baltic States|Baltics|Baltic countries|Pays baltes|Estados bálticos|دول البلطيق', '154'],
  [
    'Nordic countries|Nordic States|Scandinavia|Pays nordiques|Scandinavie|Países nórdicos|Escandinavia|البلدان الإسكندنافية',
    '154',
  ],
  ['England|Scotland|Wales|Northern Ireland|Angleterre|Écosse|Inglaterra|Escocia|إنجلترا|اسكتلندا', '154'],
  ['EU|European Union|UE|Union européenne|Unión Europea|الاتحاد الأوروبي|EU Member States', '039 151 154 155'],
  [
    'Mediterranean|Mediterranean region|Mediterranean basin|Méditerranée|Mediterráneo|البحر الأبيض المتوسط',
    '015 039 145',
  ],
  [
    'Andean region|Andean countries|Andes|Andean Community|Pays andins|Comunidad Andina|Países andinos|MERCOSUR|Southern Cone|Cono Sur',
    '005',
  ],
  ['Northern Triangle|Northern Triangle of Central America|Triangle Nord|Triángulo Norte', '013'],
  ['Mekong|Greater Mekong|Greater Mekong Subregion|Mékong', '035'],
  ['ASEAN|ANASE|آسيان', '035'],
  ['Indian subcontinent|Sous-continent indien|Subcontinente indio', '034'],
  ['SADC', '014 017 018'],
  ['Indian Ocean|Indian Ocean islands|Océan Indien|Océano Índico|المحيط الهندي', '014'],
];

/** Ways to say the whole world. */
export const GLOBAL_NAMES =
  'Global|Globally|Worldwide|World-wide|World|The world|The whole world|All over the world|Global programme|Global program|' +
  'Global project|Global initiative|Global level|At the global level|Mondial|Mondiale|Monde|Le monde|Monde entier|' +
  'Dans le monde entier|À l’échelle mondiale|Au niveau mondial|Programme mondial|Projet mondial|Initiative mondiale|' +
  'Mundial|Mundialmente|El mundo|Todo el mundo|En todo el mundo|A nivel mundial|A nivel global|Programa mundial|' +
  'Programa global|Proyecto mundial|Iniciativa mundial|عالمي|عالمية|العالم|العالم بأسره|العالم أجمع|' +
  'جميع أنحاء العالم|في جميع أنحاء العالم|على الصعيد العالمي|برنامج عالمي';
