import { error } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { differences, versionsOfPractice } from '#forum/practices/index.ts';
import type { VersionsView } from '#ui/views.ts';
import { noPracticePage, practiceHere } from '../../../practice-here.ts';
import { fieldText, versionViews } from '../../../versions.ts';
import { practiceHref } from '../../../views.ts';
import type { PageServerLoad } from './$types';

/** Every version of a practice, and with ?from=N&to=M what changed between two of them. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<VersionsView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const reader = { locale, prefix };
  const message = translate(locale, 'problems.not-found');
  const practice = await practiceHere(locals, url, slug, (now) => `/practices/${now}/versions`);
  if (!practice) return noPracticePage(locals, slug);
  const versions = await versionsOfPractice(ctx.db, practice.id);
  const asked = (name: string) => {
    const text = url.searchParams.get(name);
    if (text === null) return null;
    const version = versions.find(({ number }) => String(number) === text);
    if (!version)
      error(404, {
        message,
        detail: translate(locale, 'problems.version-not-found', { version: text.slice(0, 20), last: practice.version }),
      });
    return version;
  };
  const [from, to] = [asked('from'), asked('to')];
  return {
    title: practice.title,
    href: practiceHref(reader, practice.slug),
    versions: versionViews(reader, practice, versions),
    compare: from &&
      to && {
        from: from.number,
        to: to.number,
        fields: differences(from.content, to.content).map(({ field }) => ({
          label: translate(locale, `site.field-${field}`),
          before: fieldText(field, from.content, locale),
          after: fieldText(field, to.content, locale),
        })),
      },
  };
};
