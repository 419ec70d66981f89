/**
 * Other names of M49 regions, in any of the four languages, parted by "|"; behind them the regions they are. A name that
 * says two regions at once is both. "Australia and New Zealand" is not here: whoever writes it means the two countries.
 */
export const REGION_VARIANTS: readonly (readonly [names: string, regions: string])[] = [
  ['African continent|continent africain|القارة الأفريقية|إفريقيا', '002'],
  ['Northern Africa|Afrique septentrionale|África Septentrional|Norte de África|شمال إفريقيا', '015'],
  [
    'Subsaharan Africa|SSA|Africa south of the Sahara|África al sur del Sahara|Afrique sub-saharienne|África Sub-Sahariana',
    '202',
  ],
  ['Western Africa|Afrique occidentale|África del Oeste|África Oeste|غرب إفريقيا', '011'],
  ['Eastern Africa|Afrique orientale|África del Este|África Este|شرق إفريقيا', '014'],
  ['Middle Africa|Afrique du Centre|África Centro|أفريقيا الوسطى|وسط إفريقيا', '017'],
  ['Africa, Southern|África Austral|Afrique méridionale|أفريقيا الجنوبية', '018'],
  ['Eastern and Southern Africa|East and Southern Africa|Afrique orientale et australe', '014 018'],
  [
    'West and Central Africa|Western and Central Africa|Afrique de l’Ouest et centrale|Afrique de l’Ouest et du Centre',
    '011 017',
  ],
  ['East and West Africa', '011 014'],
  ['North and West Africa', '011 015'],
  ['The Americas|America|Amérique|América|Las Américas|Western Hemisphere', '019'],
  ['Northern America|Norteamérica|Amérique septentrionale', '021'],
  [
    'LAC|Latin America & Caribbean|Latin America and Caribbean|ALC|Amérique latine et les Caraïbes|América Latina y Caribe',
    '419',
  ],
  [
    'South and Central America|Central and South America|Amérique centrale et du Sud|América Central y del Sur',
    '005 013',
  ],
  ['Sudamérica|Suramérica|Amérique méridionale', '005'],
  ['Centroamérica|Mesoamerica|Mésoamérique|Mesoamérica', '013'],
  ['Caraïbe|The Caribbean|El Caribe|Caribbean islands|Caribbean countries|الكاريبي|البحر الكاريبي', '029'],
  ['Asian continent', '142'],
  ['Eastern Asia|North-East Asia|Northeast Asia|Asie orientale|Asia del Este|آسيا الشرقية', '030'],
  ['Southern Asia|Asie méridionale|Asia del Sur|آسيا الجنوبية', '034'],
  [
    'Southeast Asia|South East Asia|South-Eastern Asia|Asie du Sud Est|Sudeste Asiático|Asia del Sudeste|جنوب شرقي آسيا',
    '035',
  ],
  ['South and South-East Asia|South and Southeast Asia|Asie du Sud et du Sud-Est', '034 035'],
  ['East and South-East Asia|East and Southeast Asia', '030 035'],
  ['Asia Centro|وسط آسيا', '143'],
  ['Western Asia|Asie occidentale|Asia del Oeste|South-West Asia|Southwest Asia|غربي آسيا', '145'],
  [
    'Asia and the Pacific|Asia and Pacific|Asia-Pacific|Asia Pacific|APAC|Asie et Pacifique|Asie-Pacifique|Asia y el Pacífico|آسيا والمحيط الهادئ',
    '009 142',
  ],
  ['European continent|continent européen|أوربا', '150'],
  ['South Europe|Europe méridionale|Europa del Sur|Sur de Europa', '039'],
  ['East Europe|Europe orientale|Europa del Este', '151'],
  ['North Europe|Europe septentrionale|Europa del Norte|Norte de Europa', '154'],
  ['West Europe|Europe occidentale|Europa del Oeste', '155'],
  ['Central and Eastern Europe|Eastern and Central Europe', '151'],
  ['Oceania', '009'],
];
