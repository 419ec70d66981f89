import { type Edition, type Troika, troikaOf } from '../editions/index.ts';

type Known = Pick<Edition, 'number' | 'years' | 'chairs' | 'until' | 'stage'>;

/**
 * The edition under whose chair the Forum is on a day. The chair is handed over at the Summit: until its last day the edition's chair leads, from the
 * next day on that of the following one. Where the Summit's days are not known, the last day of its last year stands for them. The present
 * edition leads until it is said to be past, and one that is only planned never leads. Null before the first edition's first year.
 */
export function editionOn(editions: readonly Known[], day: string): Known | null {
  const led = editions.filter(({ stage }) => stage !== 'planned').sort((one, other) => one.number - other.number);
  const [first] = led;
  if (!first || day < `${Math.min(...first.years)}-01-01`) return null;
  return led.find((edition) => edition.stage === 'past' && day <= lastDay(edition)) ?? led.at(-1)!;
}

function lastDay({ until, years }: Known): string {
  return until ?? `${Math.max(...years)}-12-31`;
}

/** The Troika on a day, with the edition it is of; null where there is no edition yet. */
export function troikaOn(
  editions: readonly Known[],
  day: string,
): { edition: number; years: number[]; troika: Troika } | null {
  const edition = editionOn(editions, day);
  return edition && { edition: edition.number, years: edition.years, troika: troikaOf(editions, edition.number) };
}
