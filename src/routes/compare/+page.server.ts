import { gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import { printPlaces } from '#vocab/places.ts';
import { sdgLabel } from '#vocab/sdg.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { type Practice, readIn, statusOf, type TranslatedField } from '#forum/practices/index.ts';
import type { CompareView } from '#ui/views.ts';
import { addressOf, found, MOST_COMPARED, namedIn } from '../collection.ts';
import { practiceHref, sourceName, yearsText } from '../views.ts';
import type { PageServerLoad } from './$types';

/** What is never translated: names, in the language of the practice. */
const AS_WRITTEN = ['fact-partners', 'field-owner'];

/** Up to four practices side by side; what all of them share is said to be so. */
export const load: PageServerLoad = async ({ url, locals }): Promise<CompareView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const { practices } = await found(locals, namedIn(url.searchParams, MOST_COMPARED));
  const year = ctx.now.getUTCFullYear();
  const rows: [label: string, values: (practice: Practice) => string[]][] = [
    ['fact-where', (practice) => [printPlaces(practice, locale)]],
    ['fact-when', (practice) => [yearsText(practice, locale)]],
    ['fact-status', (practice) => [translate(locale, `site.status-${statusOf(practice, year)}`)]],
    ['fact-kind', ({ kind }) => (kind === null ? [] : [kindLabel(kind, locale)])],
    ['fact-stakeholders', ({ stakeholders }) => stakeholders.map((code) => stakeholderLabel(code, locale))],
    ['facet-target', ({ sdg }) => sdg.map((code) => `${code} ${sdgLabel(code, locale)}`)],
    ['facet-gcm', ({ gcm }) => gcm.map((code) => `${code} ${gcmLabel(code, locale)}`)],
    ['facet-theme', ({ themes }) => themes.map((code) => themeLabel(code, locale))],
    ['fact-partners', ({ partners }) => partners],
    ['fact-source', ({ source }) => [sourceName(source, locale)]],
    ['field-owner', ({ owner }) => [owner]],
    ['field-evaluations', ({ evaluations }) => evaluations],
  ];
  const texts: [label: string, field: TranslatedField][] = [
    ['side-summary', 'summary'],
    ['field-results', 'results'],
    ['field-costs', 'costs'],
    ['field-lessons', 'lessons'],
    ['field-needs', 'needs'],
  ];
  const readings = practices.map((practice) => readIn(locale, practice));
  return {
    practices: practices.map((practice, at) => ({
      title: readings[at]!.title.text,
      lang: readings[at]!.title.language,
      href: practiceHref({ locale, prefix }, practice.slug),
    })),
    rows: [
      ...rows.map(([label, values]) => ({
        label,
        langs: AS_WRITTEN.includes(label) ? practices.map(({ language }) => language) : null,
        cells: practices.map(values),
      })),
      ...texts.map(([label, field]) => ({
        label,
        langs: readings.map((reading) => reading[field].language),
        cells: readings.map((reading) => reading[field].text.split('\n')),
      })),
    ]
      .map(({ label, langs, cells: written }) => {
        const cells = written.map((cell) => cell.filter((text) => text !== ''));
        const shared = cells.length < 2 ? [] : cells[0]!.filter((text) => cells.every((cell) => cell.includes(text)));
        return {
          label: translate(locale, `site.${label}` as 'site.fact-where'),
          langs,
          cells: cells.map((cell) => cell.map((text) => ({ text, shared: shared.includes(text) }))),
        };
      })
      .filter(({ cells }) => cells.some((cell) => cell.length > 0)),
    backHref: `${prefix}/collection?${addressOf(practices.map(({ slug }) => slug))}`,
  };
};
