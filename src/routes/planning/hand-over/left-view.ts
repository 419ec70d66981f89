import { textIn, type Texts } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import type { Edition } from '#forum/editions/index.ts';
import type { Leftovers, Some } from '#forum/planning/index.ts';
import type { LeftLineView, LeftView } from '#ui/planning-views.ts';
import { sessionHref } from '../../forum/names.ts';
import { publicationKindName } from '../../library/names.ts';
import { surveyHref } from '../../surveys/survey-here.ts';
import { owesText, whenText } from '../views.ts';

type Kind = 'milestones' | 'surveys' | 'observations' | 'sessions' | 'drafts' | 'publications';

/** What is still open of an edition, each kind with the first of it, where the rest is, and by whom it is owed. */
export function leftViews({ ctx: { locale }, prefix }: App.Locals, { slug }: Edition, left: Leftovers): LeftView[] {
  const group = <One>(
    kind: Kind,
    { total, first }: Some<One>,
    all: string,
    line: (one: One) => LeftLineView,
  ): LeftView[] =>
    total === 0
      ? []
      : [
          {
            title: translate(locale, `planning.left-${kind}`, { count: total }),
            count: total,
            owed: translate(locale, `planning.left-${kind}-owed`),
            lines: first.map(line),
            more:
              total > first.length
                ? {
                    label: translate(locale, 'planning.left-more', { count: total - first.length }),
                    href: prefix + all,
                  }
                : null,
          },
        ];
  const said = (texts: Texts, href: string, beside = ''): LeftLineView => {
    const { text, language } = textIn(texts, locale);
    return { text: shortened(text), lang: language, href, beside };
  };
  const year = `/planning?edition=${encodeURIComponent(slug)}`;
  return [
    ...group('milestones', left.milestones, year, (one) =>
      said(
        one.title,
        `${prefix}${year}#m-${one.id}`,
        [whenText(one, locale), owesText(one, locale) || translate(locale, 'planning.owes-nobody')].join(' · '),
      ),
    ),
    ...group('surveys', left.surveys, '/surveys', (one) =>
      said(one.content.title, surveyHref({ prefix }, one), translate(locale, `survey.state-${one.state}`)),
    ),
    ...group('observations', left.observations, '/observations', (one) =>
      said(one.text, `${prefix}/observations/${one.id}`, textIn(one.heardIn.title, locale).text),
    ),
    ...group('sessions', left.sessions, `/forum/${encodeURIComponent(slug)}`, (one) =>
      said(one.title, `${sessionHref({ locale, prefix }, one.slug)}/edit`),
    ),
    ...group('drafts', left.drafts, '/desk/review', ({ id, title, language }) => ({
      text: title,
      lang: language,
      href: `${prefix}/desk/review/${id}`,
      beside: '',
    })),
    ...group(
      'publications',
      { total: left.unpublished.length, first: left.unpublished },
      '/library',
      (kind): LeftLineView => ({
        text: publicationKindName(kind, locale),
        lang: locale,
        href: `${prefix}/library/new`,
        beside: translate(locale, 'planning.left-add'),
      }),
    ),
  ];
}

/** As much of a text as stands in a list, in characters. */
const LONGEST = 120;

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()}…` : text;
}
