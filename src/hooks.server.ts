import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { v7 as uuidv7 } from 'uuid';
import { directionOf, isLocale, type Locale, preferredLocale, withoutLanguage } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { isAction } from '#forum/people/index.ts';
import { faultAnswer, isProgramAddress, securityHeaders } from './routes/answers.ts';
import { ACCESS, mayEnter } from './routes/access.ts';
import { bearerOf, callerOf, notHeard, takesToken } from './routes/api/caller.ts';
import { apiGate, noEntry, ownAddress } from './routes/api/gate.ts';
import { refusal } from './routes/api/problems.ts';
import { mayBring } from './routes/body-limit.ts';
import { lasting, takeCookies } from './routes/cookies.ts';
import { forum, openForum } from './server.ts';

export const init: ServerInit = async () => {
  await openForum(process.env);
};

/** Every request: who comes, in what language, may they enter; then the page, and what is said of how it went. */
export const handle: Handle = async ({ event, resolve }) => {
  const began = performance.now();
  const { locale: asked, path } = withoutLanguage(event.url.pathname);
  event.locals.prefix = asked ? `/${asked}` : '';
  Object.assign(event.locals, askedFor(path));
  const opened = forum();
  const now = new Date();
  event.locals.forum = opened;
  // What needs no database is answered without one too: themes are then called as they were.
  await opened.themes(opened.db, now).catch(() => undefined);
  const { actor, signedIn, language, trouble } = await callerOf(event, opened, path, now);
  const locale = localeFor(event, asked, language);
  event.locals.signedIn = signedIn;
  event.locals.ctx = { db: opened.db, now, locale, actor };
  if (signedIn) takeCookies(event, signedIn.headers);

  const answered = trouble
    ? notHeard(locale, trouble)
    : await admitted(event, () =>
        resolve(event, {
          transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%dir%', directionOf(locale)),
        }),
      );
  const response = finalAnswer(answered, event.locals, isProgramAddress(event.url));
  const own =
    signedIn !== null || actor.token !== undefined || ownAddress(event.request.method, event.route.id) !== null;
  for (const [name, value] of securityHeaders(event.url, own))
    if (!response.headers.has(name)) response.headers.set(name, value);
  response.headers.append('vary', `Accept-Language, Cookie${takesToken(path) ? ', Authorization' : ''}`);
  response.headers.set('content-language', locale);
  // What one person is shown is kept by no cache; nor is a page on the way in, whose address may hold a link that works once.
  if (own || /^\/(sign-in|invitation|account)\b/.test(path)) response.headers.set('cache-control', 'private, no-store');

  const seconds = (performance.now() - began) / 1000;
  const route = event.route.id ?? 'none';
  opened.metrics.observe(route, response.status, seconds);
  opened.log.info(
    { method: event.request.method, route, status: response.status, ms: Math.round(seconds * 1000) },
    'request',
  );
  return response;
};

/** The language to answer in: of the address; of the browser's choice here, which a program with a token has none of; what it asks for; its owner's. */
function localeFor(event: RequestEvent, asked: Locale | null, language: Locale | null): Locale {
  const byCookie = bearerOf(event.request.headers) === null;
  const remembered = byCookie ? event.cookies.get('language') : undefined;
  if (byCookie && asked && asked !== remembered) event.cookies.set('language', asked, lasting(event.url));
  return (
    asked ??
    (isLocale(remembered) ? remembered : null) ??
    preferredLocale(event.request.headers.get('accept-language')) ??
    language ??
    'en'
  );
}

/** How an address begins at which there is never a page: it answers as any does where there is nothing. */
const NOWHERE = '/-';
/** The same, and then an action: it answers that what follows is for those who may do that. */
const FOR_OTHERS = '/~';

/** Which path was asked for, as the reader knows it; and the action that it takes, where the hook itself asks for the page that says so. */
function askedFor(path: string): Pick<App.Locals, 'path' | 'takes'> {
  if (path.startsWith(NOWHERE)) return { path: `/${path.slice(NOWHERE.length)}`, takes: null };
  const [, takes, rest] = /^\/~([a-z.-]+)(\/.*)$/.exec(path) ?? [];
  return takes !== undefined && isAction(takes) ? { path: rest!, takes } : { path, takes: null };
}

/** The answer to whoever may enter; the way to the sign-in and back; the page that says whom it is for; or the very one that says there is nothing here. */
async function admitted(event: RequestEvent, resolve: () => Response | Promise<Response>): Promise<Response> {
  const { ctx, prefix, path } = event.locals;
  // No page sends a token by itself: whoever has one is no form that was sent from elsewhere.
  if (ctx.actor.token === undefined && !fromHere(event))
    return new Response(translate(ctx.locale, 'problems.from-elsewhere'), { status: 403 });
  const body = mayBring(event.request, event.route.id);
  if (body !== 'yes') return notBrought(event.locals, body);
  const refused = apiGate(event);
  if (refused) return refused;
  const entry = mayEnter(event.route.id, ctx.actor);
  if (entry === 'yes') return notAllowed(event.locals, await resolve());
  if (path.startsWith('/api/')) return noEntry(event.locals);
  if (entry === 'sign-in') {
    const next = event.request.method === 'GET' ? path + event.url.search : path;
    return new Response(null, {
      status: 303,
      headers: { location: `${prefix}/sign-in?${new URLSearchParams({ next })}` },
    });
  }
  if (event.request.method !== 'GET') return new Response(null, { status: 404 });
  const instead = entry === 'for-others' ? FOR_OTHERS + ACCESS[event.route.id!] + path : NOWHERE + path.slice(1);
  return event.fetch(prefix + instead + event.url.search);
}

/** What is told to whoever sends too much, or does not say how much: in words on a page, as a problem to a program. */
function notBrought({ ctx: { locale }, path }: App.Locals, body: 'unknown-length' | 'too-large'): Response {
  const status = body === 'too-large' ? 413 : 411;
  return path.startsWith('/api/')
    ? refusal(locale, status, { key: `files.body-${body}` })
    : new Response(translate(locale, `files.body-${body}`), { status });
}

/** A method that an address of the API does not know is refused in the API's own way. */
function notAllowed({ ctx: { locale }, path }: App.Locals, response: Response): Response {
  if (response.status !== 405 || !path.startsWith('/api/')) return response;
  const allow = response.headers.get('allow') ?? '';
  return refusal(locale, 405, { key: 'api.method-not-allowed', values: { allowed: allow } }, {}, { allow });
}

/** What a form of a page sends without scripts, and a request without any type. */
const AS_FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)?\s*(;|$)/i;

/**
 * Whether a request that may change something comes from one of our own pages (or from no page at all: a program). What a form on
 * another site could send as well must say where it comes from. SvelteKit's own check, which asks that of programs with a token too, is
 * off (vite.config.ts).
 */
function fromHere({ request, url }: RequestEvent): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === url.origin;
  if (AS_FORMS.test(request.headers.get('content-type') ?? '')) return false;
  return !/^(cross-site|same-site)$/.test(request.headers.get('sec-fetch-site') ?? '');
}

/** A fault as programs are told of it, a page with the status its load asked for, or the answer as it is. */
function finalAnswer(answered: Response, locals: App.Locals, forProgram: boolean): Response {
  if (forProgram && answered.status >= 500) return faultAnswer(locals);
  if (locals.status === undefined || answered.status !== 200) return answered;
  return new Response(answered.body, { status: locals.status, headers: answered.headers });
}

/** What a reader is told of an error: calm words and a number; what really happened is in the log under that number. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const locale = event.locals.ctx?.locale ?? 'en';
  if (kind === 'app') return;
  if (kind === 'framework' && error.status < 500)
    return {
      message: translate(locale, error.status === 404 ? 'problems.not-found' : 'problems.bad-request'),
      ...(error.status === 404 && {
        detail: translate(locale, 'problems.not-found-detail', { path: event.locals.path.slice(0, 200) }),
      }),
    };
  const reference = uuidv7();
  event.locals.reference = reference;
  forum().log.error({ reference, err: error, route: event.route.id }, 'fault');
  return {
    message: translate(locale, 'problems.server-error'),
    detail: translate(locale, 'problems.server-error-detail', { reference }),
    reference,
  };
};
