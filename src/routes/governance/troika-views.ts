import { countryName } from '#vocab/countries.ts';
import { translate } from '#platform/languages.ts';
import { type Edition, troikaOf } from '#forum/editions/index.ts';
import { troikaOn } from '#forum/governance/index.ts';
import type { BodyView, TroikaView } from '#ui/governance-views.ts';
import type { Reader } from '../views.ts';

/** Who leads the Forum on a day; null before there was an edition. */
export function troikaView({ locale, prefix }: Reader, editions: readonly Edition[], day: string): TroikaView | null {
  const found = troikaOn(editions, day);
  if (!found) return null;
  // Nobody is named twice: co-chairs of two editions stand where they are nearest to the present.
  const isChaired = (seat: 'previous' | 'current' | 'next', present: number) =>
    editions.some(
      ({ number, chairs }) => number === present + { previous: -1, current: 0, next: 1 }[seat] && chairs.length > 0,
    );
  return {
    edition: editionText({ locale, prefix }, { number: found.edition, years: found.years }),
    seats: (['previous', 'current', 'next'] as const).map((seat) => ({
      label: translate(locale, `governance.part-${seat}`),
      present: seat === 'current',
      states: found.troika[seat].map((code) => ({ name: countryName(code, locale), href: `${prefix}/places/${code}` })),
      empty: translate(locale, isChaired(seat, found.edition) ? 'governance.troika-same' : 'governance.troika-nobody'),
    })),
  };
}

/** "Edition 10, 2017". */
export function editionText({ locale }: Reader, { number, years }: Pick<Edition, 'number' | 'years'>): string {
  return translate(locale, 'governance.edition-of', { number, years: years.join('–') });
}

/** The Troika of every edition that is not only planned, the latest first. */
export function troikaHistory(reader: Reader, editions: readonly Edition[]): BodyView['chairs'] {
  const { locale, prefix } = reader;
  const list = (states: readonly string[]) => states.map((state) => countryName(state, locale)).join(', ') || '–';
  return editions
    .filter(({ stage }) => stage !== 'planned')
    .map((edition) => {
      const { previous, current, next } = troikaOf(editions, edition.number);
      return {
        edition: editionText(reader, edition),
        href: `${prefix}/forum/${edition.slug}`,
        chairs: list(current),
        previous: list(previous),
        next: list(next),
      };
    })
    .reverse();
}
