import { error, fail, redirect } from '@sveltejs/kit';
import { allThemes, themeLabel, themesOffered } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import {
  describedTheme,
  describeTheme,
  formOfTheme,
  readTheme,
  type ThemeContent,
  type ThemeForm,
} from '#forum/themes/index.ts';
import type { FieldChangeView } from '#ui/views.ts';
import { problemsOf } from '../../../forms.ts';
import { fieldChanges, versionSent } from '../../../forum/kept-versions.ts';
import { themeFields } from '../../kept-fields.ts';
import { themeHere, themeHref } from '../../names.ts';
import { themeSent } from '../../theme-form.ts';
import type { Actions, PageServerLoad } from './$types';

interface EditView {
  name: string;
  href: string;
  /** 0 where nothing has been said of it. */
  version: number;
  typed: ThemeForm;
}

export const load: PageServerLoad = async ({ params, locals }): Promise<EditView> => {
  const { ctx, prefix } = locals;
  const code = themeHere(locals, params.code);
  const described = await describedTheme(ctx.db, code);
  return {
    name: themeLabel(code, ctx.locale),
    href: themeHref({ locale: ctx.locale, prefix }, code),
    version: described?.version ?? 0,
    typed: formOfTheme(described ?? asItCame(code)),
  };
};

/** A theme of which the forum has said nothing: as it comes with the program. */
function asItCame(code: string): ThemeContent {
  const { label } = allThemes().find((theme) => theme.code === code)!;
  return { label, about: {}, retired: !themesOffered().some((theme) => theme.code === code) };
}

interface Answered {
  sent: ThemeForm;
  problems: Record<string, string>;
  conflict: FieldChangeView[] | null;
  /** The version what was typed is to follow on. */
  version: number;
}

export const actions: Actions = {
  default: async ({ params: { code }, locals, request }) => {
    const { ctx, prefix } = locals;
    const data = await request.formData();
    const sent = themeSent(data);
    const version = versionSent(data);
    const answer: Answered = { sent, version, problems: {}, conflict: null };
    const described = await describeTheme(ctx, code, sent, version);
    if (described === null) error(404, { message: translate(ctx.locale, 'problems.not-found') });
    if ('complaints' in described) return fail(400, { ...answer, problems: problemsOf(locals, described.complaints) });
    if ('now' in described) {
      const mine = contentSent(sent, described.now);
      const conflict = fieldChanges(themeFields(described.now, ctx.locale), themeFields(mine, ctx.locale));
      return fail(409, { ...answer, version: described.now.version, conflict });
    }
    redirect(303, `${themeHref({ locale: ctx.locale, prefix }, code)}?saved=1`);
  },
};

/** What was sent, as a state that can be held against the one that stands there now. */
function contentSent(sent: ThemeForm, now: ThemeContent): ThemeContent {
  const mine = readTheme(sent);
  return 'complaints' in mine ? now : mine;
}
