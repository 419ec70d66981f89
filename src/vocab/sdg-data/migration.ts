/** What a target has to do with migration, and who says so. */
export interface MigrationLink {
  /** The target speaks of migration, of migrants or of trafficking across borders. */
  names: boolean;
  /** Beyond that: what migrants risk (vulnerability), or what they can bring and gain (potential). */
  concerns?: 'vulnerability' | 'potential';
  /** Where the assignment comes from. */
  source: string;
}

const NAMED = 'GFMD input to the HLPF 2020, section II';
const NAMED_AND_READ = `${NAMED}; what it concerns is our reading of section V`;
const READ = 'Our reading of the GFMD input to the HLPF 2020, section V, and of its Working Group on the 2030 Agenda';

/**
 * Targets that speak of migration themselves. Section II counts 5.3 with trafficking; it is 5.2 whose text mentions
 * trafficking, so both are here.
 */
const NAMING: Record<string, MigrationLink['concerns'] | null> = {
  '4.b': 'potential',
  '5.2': 'vulnerability',
  '5.3': 'vulnerability',
  '8.7': 'vulnerability',
  '8.8': 'vulnerability',
  '10.7': null,
  '10.c': 'potential',
  '16.2': 'vulnerability',
  '17.18': null,
};

/** Gaps in protection that hit migrants harder than others: cover, care, housing, papers, justice, shocks. */
const VULNERABILITY =
  '1.3 1.4 1.5 3.3 3.7 3.8 4.1 4.5 4.6 5.1 5.4 6.1 6.2 8.5 10.2 10.3 10.4 11.1 11.5 13.1 16.1 16.3 16.9 16.10 16.b';

/** Where migrants' skills, money, enterprise and ties can move a target forward, section VI of the same text included. */
const POTENTIAL = '2.3 2.a 3.c 4.3 4.4 8.2 8.3 8.6 8.10 9.3 9.5 11.3 11.a 16.7 17.3 17.6 17.9 17.14 17.16 17.17';

const links = new Map<string, MigrationLink>([
  ...Object.entries(NAMING).map(([code, concerns]): [string, MigrationLink] => [
    code,
    concerns ? { names: true, concerns, source: NAMED_AND_READ } : { names: true, source: NAMED },
  ]),
  ...reading(VULNERABILITY, 'vulnerability'),
  ...reading(POTENTIAL, 'potential'),
]);

function reading(codes: string, concerns: 'vulnerability' | 'potential'): [string, MigrationLink][] {
  return codes.split(' ').map((code) => [code, { names: false, concerns, source: READ }]);
}

/** What the target `code` has to do with migration; undefined where nobody has said. */
export function migrationLinkOf(code: string): MigrationLink | undefined {
  return links.get(code);
}
