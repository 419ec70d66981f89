import { translate } from '#platform/languages.ts';
import { keepingOf } from '#forum/drafts/index.ts';
import type { Practice } from '#forum/practices/index.ts';
import type { KeepingView } from '#ui/views.ts';
import { practiceHref } from './views.ts';

/** What the reader may do with a practice; null for every visitor and whoever else may nothing: then there is no sign of it. */
export function keepingView({ ctx, prefix }: App.Locals, practice: Practice): KeepingView | null {
  const keeping = keepingOf(ctx, practice);
  if (keeping === null) return null;
  const { locale } = ctx;
  const page = practiceHref({ locale, prefix }, practice.slug);
  const href = `${page}/keep`;
  return {
    href,
    change: keeping.change,
    confirm: keeping.confirm,
    standing: keeping.standing.map((name) => ({
      name,
      label: translate(locale, `review.keep-${name}`),
      text: translate(locale, `review.keep-${name}-text`),
      href: `${href}?step=${name}`,
    })),
    mergeHref: keeping.merge && practice.standing !== 'withdrawn' ? `${page}/merge` : null,
  };
}
