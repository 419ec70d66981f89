import { error, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { mayRestore, restorePractice } from '#forum/drafts/index.ts';
import { may } from '#forum/people/index.ts';
import { type Practice, versionsOfPractice } from '#forum/practices/index.ts';
import type { VersionsView } from '#ui/views.ts';
import { textOf } from '../../../forms.ts';
import { noPracticePage, practiceHere } from '../../../practice-here.ts';
import { contentChanges, versionViews } from '../../../versions.ts';
import { practiceHref } from '../../../views.ts';
import type { Actions, PageServerLoad } from './$types';

async function practiceOf(locals: App.Locals, url: URL, slug: string): Promise<Practice> {
  const practice = await practiceHere(locals, url, slug, (now) => `/practices/${now}/versions`);
  return practice ?? noPracticePage(locals, slug);
}

/**
 * Every version of a practice; with ?from=N&to=M what changed between two of them; with ?restore=N, for whoever may bring it
 * back, what that would change.
 */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<VersionsView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const practice = await practiceOf(locals, url, slug);
  const versions = await versionsOfPractice(ctx.db, practice.id);
  const asked = (name: string) => {
    const text = url.searchParams.get(name);
    if (text === null) return null;
    const version = versions.find(({ number }) => String(number) === text);
    if (!version)
      error(404, {
        message: translate(locale, 'problems.not-found'),
        detail: translate(locale, 'problems.version-not-found', { version: text.slice(0, 20), last: practice.version }),
      });
    return version;
  };
  const restore = mayRestore(ctx, practice) ? asked('restore') : null;
  const [from, to] = restore ? [versions.at(-1)!, restore] : [asked('from'), asked('to')];
  const atOnce = may(ctx.actor, 'practices.curate');
  return {
    title: practice.title,
    href: practiceHref({ locale, prefix }, practice.slug),
    here: `${practiceHref({ locale, prefix }, practice.slug)}/versions`,
    versions: await versionViews(locals, practice, versions),
    compare: from &&
      to && { from: from.number, to: to.number, fields: contentChanges(from.content, to.content, locale) },
    restore: restore && {
      number: restore.number,
      text: translate(locale, atOnce ? 'review.restore-at-once' : 'review.restore-as-draft'),
      button: translate(locale, atOnce ? 'review.restore-do' : 'review.restore-make-draft'),
    },
    done: mayRestore(ctx, practice) ? doneView(url.searchParams, locals) : null,
  };
};

function doneView(query: URLSearchParams, { ctx: { locale }, prefix }: App.Locals): VersionsView['done'] {
  const restored = Number(query.get('restored'));
  if (restored > 0) return { text: translate(locale, 'review.restore-done', { number: restored }), link: null };
  if (query.has('same')) return { text: translate(locale, 'review.restore-same'), link: null };
  const open = /^[0-9a-f-]{36}$/.exec(query.get('open') ?? '')?.[0];
  if (open === undefined) return null;
  const link = { label: translate(locale, 'review.restore-open-link'), href: `${prefix}/desk/drafts/${open}/what` };
  return { text: translate(locale, 'review.restore-open'), link };
}

export const actions: Actions = {
  restore: async ({ params: { slug }, url, locals, request }) => {
    const { ctx, prefix } = locals;
    const practice = await practiceOf(locals, url, slug);
    const number = Number(textOf(await request.formData(), 'version'));
    const restored = await restorePractice(ctx, practice.id, number);
    // As if nothing could be sent here: it is not the reader's to bring back.
    if (restored === null) error(404, { message: translate(ctx.locale, 'problems.not-found') });
    if (restored.outcome === 'draft') redirect(303, `${prefix}/desk/drafts/${restored.draft}/what`);
    const what = {
      restored: { restored: String(number) },
      same: { same: '1' },
      open: { open: 'draft' in restored ? restored.draft : '' },
    };
    const query = new URLSearchParams(what[restored.outcome]);
    redirect(303, `${practiceHref({ locale: ctx.locale, prefix }, practice.slug)}/versions?${query}`);
  },
};
