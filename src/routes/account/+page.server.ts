import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { LOCALES } from '#vocab/language.ts';
import { PASSWORD_LENGTH } from '#platform/accounts/auth.ts';
import { askEmailChange, dropEmailChange, pendingChange } from '#platform/accounts/email-change.ts';
import { passkeysOf } from '#platform/accounts/passkey-store.ts';
import { dropPassword, hasPassword, setPassword } from '#platform/accounts/password.ts';
import { relyingParty } from '#platform/accounts/relying-party.ts';
import { dropApp } from '#platform/accounts/second-factor.ts';
import { removeServiceLink, serviceLinksOf } from '#platform/accounts/service-links.ts';
import { endSession, endSessions, sessionsOf } from '#platform/accounts/store.ts';
import { translate } from '#platform/languages.ts';
import { isNobody, readEmailAddress } from '#platform/mail/address.ts';
import { chooseMail, isRhythm, mailChoice, RHYTHMS } from '#forum/notifications/index.ts';
import { askErasure, changeOwn, mayEver, personOfAccount, roleName } from '#forum/people/index.ts';
import type { AccountView } from '#ui/account-views.ts';
import { OWN_NAMES } from '#ui/language.ts';
import { takeCookies } from '../cookies.ts';
import { problem, problemsOf, textOf, textsOf } from '../forms.ts';
import { tooMany } from '../tries.ts';
import { dateText } from '../views.ts';
import { browserName } from './browser.ts';
import { DONE, type Done } from './done.ts';
import { FRESH_MINUTES, isFresh, self } from './fresh.ts';
import { passkeyActions } from './passkey-actions.ts';
import { linkViews, passkeyViews } from './way-views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }): Promise<AccountView> => {
  const { db, now, locale, actor } = locals.ctx;
  const { account, session } = self(locals);
  const { settings, services } = locals.forum;
  const [change, password, passkeys, links, sessions, person] = [
    await pendingChange(db, account.id),
    await hasPassword(db, account.id),
    await passkeysOf(db, account.id),
    await serviceLinksOf(db, account.id),
    await sessionsOf(db, account.id, now),
    await personOfAccount(db, account.id),
  ];
  return {
    email: isNobody(account.email) ? null : account.email,
    name: account.name,
    language: account.language,
    languages: LOCALES.map((value) => ({ value, label: OWN_NAMES[value] })),
    roles: actor.roles.map((role) => roleName(locale, role)),
    mayReadDirectory: mayEver(actor, 'directory.read'),
    emailWaits: change?.address ?? null,
    hasPassword: password,
    hasApp: account.twoFactorEnabled,
    fresh: isFresh(locals),
    freshMinutes: FRESH_MINUTES,
    passwordLength: PASSWORD_LENGTH,
    passkeys: passkeyViews(passkeys, locale),
    origin: settings.origin,
    passkeysAt: relyingParty(settings.origin)?.origin ?? null,
    passkeyName: browserName(request.headers.get('user-agent') ?? '', locale),
    services: linkViews(links, services.list, locale),
    hasServices: services.list.length > 0,
    linkable: services.list
      .filter(({ id }) => !links.some(({ service }) => service === id))
      .map(({ id, name }) => ({ id, name })),
    rhythm: await mailChoice(locals.ctx),
    rhythms: RHYTHMS.map((value) => ({ value, label: translate(locale, `desk.rhythm-${value}`) })),
    sessions: sessions.map(({ id, userAgent, createdAt }) => ({
      id,
      label: browserName(userAgent, locale),
      since: translate(locale, 'accounts.session-since', { when: dateText(createdAt, locale) }),
      here: id === session.id,
    })),
    erasureAsked: person?.erasureAskedAt ? dateText(person.erasureAskedAt, locale) : null,
    done: doneText(url.searchParams, locals),
  };
};

function doneText(query: URLSearchParams, { ctx: { locale } }: App.Locals): string | null {
  const done = query.get('done') ?? '';
  if (Object.hasOwn(DONE, done)) return translate(locale, DONE[done as Done]);
  const ended = Number(query.get('ended') ?? NaN);
  return Number.isInteger(ended) ? translate(locale, 'accounts.sessions-ended', { count: ended }) : null;
}

/** Back to the page, which says what was done. */
function done({ prefix }: App.Locals, what: Done): never {
  redirect(303, `${prefix}/account?done=${what}`);
}

/** What is refused to whoever signed in too long ago: the page says so beside the form. */
const stale = (part: string) => fail(403, { part, problems: {} as Record<string, string> });

export const actions: Actions = {
  me: async ({ locals, request }) => {
    const sent = textsOf(await request.formData(), ['name', 'language']);
    const changed = await changeOwn(locals.ctx, self(locals).account.id, sent);
    if (changed !== true) return fail(400, { part: 'me', ...sent, problems: problemsOf(locals, changed.complaints) });
    done(locals, 'saved');
  },
  mail: async ({ locals, request }) => {
    const rhythm = textOf(await request.formData(), 'rhythm');
    if (!isRhythm(rhythm)) return fail(400, { part: 'mail', problems: problem(locals, 'rhythm', 'desk.bad-rhythm') });
    await chooseMail(locals.ctx, rhythm);
    done(locals, 'mail');
  },
  email: async (event) => {
    const { locals, request } = event;
    const { account } = self(locals);
    const typed = textOf(await request.formData(), 'email');
    const refuse = (status: number, problems: Record<string, string>) =>
      fail(status, { part: 'email', email: typed, problems });
    // The first address can be given at any time: who has none cannot sign in anew.
    if (!isFresh(locals) && !isNobody(account.email)) return stale('email');
    const address = readEmailAddress(typed);
    if (address === null || isNobody(address)) return refuse(400, problem(locals, 'email', 'accounts.bad-email'));
    const wait = await tooMany(event, 'mail', account.id);
    if (wait !== null) return refuse(429, { email: wait });
    await askEmailChange(locals.ctx.db, locals.ctx.now, account, address, locals.ctx.locale);
    redirect(303, `${locals.prefix}/account#email`);
  },
  keepEmail: async ({ locals }) => {
    await dropEmailChange(locals.ctx.db, self(locals).account.id);
    redirect(303, `${locals.prefix}/account#email`);
  },
  password: async ({ locals, request }) => {
    const { account, session } = self(locals);
    if (!isFresh(locals)) return stale('password');
    const { auth } = locals.forum;
    if (!(await setPassword(auth, account.id, textOf(await request.formData(), 'password'))))
      return fail(400, {
        part: 'password',
        problems: problem(locals, 'password', 'accounts.bad-password', PASSWORD_LENGTH),
      });
    await endSessions(locals.ctx.db, account.id, session.id);
    done(locals, 'password');
  },
  noPassword: async ({ locals }) => {
    if (!isFresh(locals)) return stale('password');
    await dropPassword(locals.ctx.db, self(locals).account.id);
    done(locals, 'password-gone');
  },
  noApp: async (event) => {
    const { locals, request } = event;
    const refuse = await wrongPassword(event, async (password) => {
      const cookies = await dropApp(locals.forum.auth, password, request.headers);
      if (cookies) takeCookies(event, cookies);
      return cookies !== null;
    });
    if (refuse) return refuse;
    done(locals, 'app-gone');
  },
  ...passkeyActions,
  removeService: async ({ locals, request }) => {
    const id = textOf(await request.formData(), 'id');
    if (!isFresh(locals)) return stale('services');
    await removeServiceLink(locals.ctx.db, self(locals).account.id, id);
    done(locals, 'service-removed');
  },
  endSession: async ({ locals, request }) => {
    const id = textOf(await request.formData(), 'id');
    await endSession(locals.ctx.db, self(locals).account.id, id);
    done(locals, 'session-ended');
  },
  endSessions: async ({ locals }) => {
    const { account, session } = self(locals);
    const count = await endSessions(locals.ctx.db, account.id, session.id);
    redirect(303, `${locals.prefix}/account?ended=${count}`);
  },
  erase: async ({ locals }) => {
    await askErasure(locals.ctx, self(locals).account.id, true);
    redirect(303, `${locals.prefix}/account#data`);
  },
  keep: async ({ locals }) => {
    await askErasure(locals.ctx, self(locals).account.id, false);
    redirect(303, `${locals.prefix}/account#data`);
  },
};

/** Asks for the password before something is done with it; what to answer where it is not the right one. */
async function wrongPassword(event: RequestEvent, act: (password: string) => Promise<boolean>) {
  const { locals, request } = event;
  const refuse = (status: number, problems: Record<string, string>) => fail(status, { part: 'app', problems });
  const wait = await tooMany(event, 'attempt', self(locals).account.id);
  if (wait !== null) return refuse(429, { password: wait });
  const right = await act(textOf(await request.formData(), 'password'));
  return right ? null : refuse(400, problem(locals, 'password', 'accounts.wrong-password'));
}
