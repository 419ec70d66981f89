import { fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import {
  changeEdition,
  closeEdition,
  type Edition,
  type EditionForm,
  formOfEdition,
  openEdition,
  readEdition,
} from '#forum/editions/index.ts';
import type { FieldChangeView } from '#ui/views.ts';
import { problemsOf, textOf } from '../../../forms.ts';
import { editionHere, noEdition } from '../../edition-here.ts';
import { editionFields, fieldChanges } from '../../kept-versions.ts';
import { editionHref, editionYears } from '../../names.ts';
import { editionSent, type ForumChoices, forumChoices } from '../../sent.ts';
import type { Actions, PageServerLoad } from './$types';

interface EditView {
  years: string;
  title: string;
  href: string;
  version: number;
  stage: Edition['stage'];
  stageText: string;
  typed: EditionForm;
  choices: ForumChoices;
}

export const load: PageServerLoad = async ({ params: { year }, url, locals }): Promise<EditView> => {
  const { ctx, prefix } = locals;
  const edition = (await editionHere(locals, url, year, (slug) => `/forum/${slug}/edit`)) ?? noEdition(locals, year);
  const years = editionYears(edition);
  return {
    years,
    title: translate(ctx.locale, 'editions.titled', { years }),
    href: editionHref({ locale: ctx.locale, prefix }, edition.slug),
    version: edition.version,
    stage: edition.stage,
    stageText: translate(ctx.locale, `editions.stage-${edition.stage}`),
    typed: formOfEdition(edition),
    choices: forumChoices(
      ctx.locale,
      edition.subThemes.flatMap(({ themes }) => themes),
    ),
  };
};

interface Answered {
  sent: EditionForm | null;
  problems: Record<string, string>;
  conflict: FieldChangeView[] | null;
  /** The version what was typed is to follow on. */
  version: number | null;
}
const answered = (more: Partial<Answered>): Answered => ({
  sent: null,
  problems: {},
  conflict: null,
  version: null,
  ...more,
});

export const actions: Actions = {
  save: async ({ params: { year }, locals, request }) => {
    const { ctx, prefix } = locals;
    const data = await request.formData();
    const sent = editionSent(data);
    const version = Number(textOf(data, 'version')) || 0;
    if (data.has('more')) return answered({ sent, version });
    const changed = await changeEdition(ctx, year, version, sent);
    if (changed === null) noEdition(locals, year);
    if ('complaints' in changed)
      return fail(400, answered({ sent, version, problems: problemsOf(locals, changed.complaints) }));
    if ('now' in changed) {
      const mine = readEdition(sent);
      const { stage } = changed.now;
      const fields = 'complaints' in mine ? [] : editionFields({ ...mine, stage }, ctx.locale);
      const conflict = fieldChanges(editionFields(changed.now, ctx.locale), fields);
      return fail(409, answered({ sent, version: changed.now.version, conflict }));
    }
    redirect(303, `${editionHref({ locale: ctx.locale, prefix }, changed.slug)}?saved=1`);
  },
  open: ({ params: { year }, locals }) => move(locals, year, openEdition, 'opened'),
  close: ({ params: { year }, locals }) => move(locals, year, closeEdition, 'closed'),
};

async function move(locals: App.Locals, year: string, act: typeof openEdition, done: string) {
  const { ctx, prefix } = locals;
  const moved = await act(ctx, year);
  if (moved === null) noEdition(locals, year);
  if ('complaints' in moved) return fail(400, answered({ problems: problemsOf(locals, moved.complaints) }));
  redirect(303, `${editionHref({ locale: ctx.locale, prefix }, moved.slug)}?${done}=1`);
}
