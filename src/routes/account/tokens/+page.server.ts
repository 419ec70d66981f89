import { fail, redirect } from '@sveltejs/kit';
import { type TokenEntry, tokensOf } from '#platform/accounts/token-store.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import { LIFETIMES, makeToken, revokeToken, type Scope, scopesFor } from '#forum/people/index.ts';
import type { TokensView, WayView } from '#ui/account-views.ts';
import { problemsOf, textOf, textsOf } from '../../forms.ts';
import { dateText } from '../../views.ts';
import { FRESH_MINUTES, isFresh, self } from '../fresh.ts';
import type { Actions, PageServerLoad } from './$types';

const scopeKey = (scope: string) => scope.replace(':', '-');

/** The tokens of one's own account, and what a new one can be for. */
export const load: PageServerLoad = async ({ locals, url }): Promise<TokensView> => {
  const { locale, actor, db } = locals.ctx;
  const label = (key: string) => translate(locale, `api.token-${key}` as MessageKey);
  const tokens = await tokensOf(db, self(locals).account.id);
  return {
    tokens: tokens.map((token) => tokenView(token, locals)),
    scopes: scopesFor(actor).map((scope) => ({
      value: scope,
      // What the API calls it, where it says that one is missing.
      code: scope,
      label: label(`scope-${scopeKey(scope)}`),
      why: label(`scope-${scopeKey(scope)}-text`),
      checked: false,
    })),
    lifetimes: [
      { value: '', label: label('choose') },
      ...LIFETIMES.map((days) => ({ value: String(days), label: label(`days-${days}`) })),
    ],
    fresh: isFresh(locals),
    freshMinutes: FRESH_MINUTES,
    done: url.searchParams.get('done') === 'revoked' ? label('revoked') : null,
  };
};

function tokenView({ id, name, scopes, expiresAt, lastUsedAt }: TokenEntry, { ctx }: App.Locals): WayView {
  const { locale, now } = ctx;
  const when = (key: MessageKey, at: Date) => translate(locale, key, { when: dateText(at, locale) });
  const does = scopes.map((scope) => translate(locale, `api.token-scope-${scopeKey(scope)}` as MessageKey));
  return {
    id,
    name,
    about: [
      new Intl.ListFormat(locale).format(does),
      when(expiresAt > now ? 'api.token-until' : 'api.token-expired', expiresAt),
      lastUsedAt ? when('api.token-last', lastUsedAt) : translate(locale, 'api.token-never'),
    ].join(' · '),
  };
}

/** What the page is told of a token that was to be made. */
interface Made {
  name: string;
  scopes: Scope[];
  days: string;
  problems: Record<string, string>;
  made: { token: string; text: string } | null;
}

export const actions: Actions = {
  make: async ({ locals, request }) => {
    const sent = await request.formData();
    const typed = textsOf(sent, ['name', 'days']);
    const scopes = sent.getAll('scopes').filter((value): value is Scope => typeof value === 'string');
    const again: Made = { ...typed, scopes, problems: {}, made: null };
    if (!isFresh(locals)) return fail(403, again);
    const result = await makeToken(locals.ctx, self(locals).account.id, { ...typed, scopes });
    if ('complaints' in result) return fail(400, { ...again, problems: problemsOf(locals, result.complaints) });
    // Shown by the answer to this very form, and never again: it is kept nowhere.
    const { locale } = locals.ctx;
    const text = translate(locale, 'api.token-made-text', { when: dateText(result.expiresAt, locale) });
    return { ...again, name: '', days: '', scopes: [], made: { token: result.token, text } } satisfies Made;
  },
  revoke: async ({ locals, request }) => {
    await revokeToken(locals.ctx, self(locals).account.id, textOf(await request.formData(), 'id'));
    redirect(303, `${locals.prefix}/account/tokens?done=revoked`);
  },
};
