import type { GroupCode } from '../groups.ts';

/**
 * UN member states by the regional group in which they stand for election. Three need a word:
 * Türkiye takes part in both the Western and the Asia-Pacific group, and stands in the Western one;
 * the United States is an observer of the Western group and is counted with it for elections;
 * Kiribati has joined no group, and stands here with the Asia-Pacific one, where it lies.
 * Israel is a member of the Western group.
 */
const MEMBERS: Readonly<Record<GroupCode, string>> = {
  african:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG ' +
    'RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW',
  'asia-pacific':
    'AE AF BD BH BN BT CN CY FJ FM ID IN IQ IR JO JP KG KH KI KP KR KW KZ LA LB LK MH MM MN MV MY NP NR OM PG PH PK ' +
    'PW QA SA SB SG SY TH TJ TL TM TO TV UZ VN VU WS YE',
  'eastern-european': 'AL AM AZ BA BG BY CZ EE GE HR HU LT LV MD ME MK PL RO RS RU SI SK UA',
  grulac: 'AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT UY VC VE',
  weog: 'AD AT AU BE CA CH DE DK ES FI FR GB GR IE IL IS IT LI LU MC MT NL NO NZ PT SE SM TR US',
};

const groups = new Map(
  Object.entries(MEMBERS).flatMap(([group, states]) =>
    states.split(' ').map((state): [string, GroupCode] => [state, group as GroupCode]),
  ),
);

/** The states that are observers of the United Nations: the Holy See and the State of Palestine. */
const OBSERVERS = ['PS', 'VA'];

/** The UN regional group of a member state; null for whoever is none. */
export function groupOf(country: string): GroupCode | null {
  return groups.get(country) ?? null;
}

/** What a country or area is to the United Nations; null where it is neither member nor observer state. */
export function statehoodOf(country: string): 'member' | 'observer' | null {
  if (groups.has(country)) return 'member';
  return OBSERVERS.includes(country) ? 'observer' : null;
}
