/**
 * The service worker: for readers on bad lines. The network always comes first; where there is none, the last copy of a
 * page that was seen in this browser, said to be one, else the page /offline in the reader's language.
 * docs/decisions/0015-offline.md says what is kept and why.
 */

/** Change the name when what is kept changes its form: caches of other names are thrown away. */
const PAGES = 'pages-1';
const ASSETS = 'assets-1';

const MOST_PAGES = 60;
/** Style sheets and scripts of several deployments: saved pages may need old ones. */
const MOST_ASSETS = 240;
/** How long an offline page is taken for fresh, in milliseconds: a day. */
const FRESH = 24 * 60 * 60 * 1000;

const LANGUAGES = ['en', 'fr', 'es', 'ar'];

/** Addresses of pages: not of the API, nor of a file such as /practices.csv. */
const isPageAddress = ({ pathname }) => !/^(\/[a-z]{2})?\/api\//.test(pathname) && !/\.[^/]+$/.test(pathname);

/** What pages are made of: the built files, and the two that have no build. Not a picture that is data (/coverage.svg). */
const isAssetAddress = ({ pathname }) => /^\/(_app\/|enhance\.js$|favicon\.svg$)/.test(pathname);

/** Where the offline page of a language is kept. */
const offlineAddress = (language) => `/${language}/offline`;

/** Whether an answer is for everybody and may be kept. */
const mayBeKept = ({ status, type, headers }) =>
  status === 200 && type === 'basic' && !/\b(no-store|private)\b/.test(headers.get('cache-control') ?? '');

const isHtml = ({ headers }) => /^text\/html\b/.test(headers.get('content-type') ?? '');

/** Addresses here depend on language and cookies; a copy of any is better than none. */
const find = async (name, request) => (await caches.open(name)).match(request, { ignoreVary: true });

/** Keeps an answer as the newest of its cache; the oldest beyond `most` go, but never an offline page. */
async function keep(name, request, answer, most) {
  const cache = await caches.open(name);
  await cache.delete(request, { ignoreVary: true });
  await cache.put(request, answer);
  const others = (await cache.keys()).filter(({ url }) => !/\/offline$/.test(new URL(url).pathname));
  await Promise.all(others.slice(0, Math.max(0, others.length - most)).map((old) => cache.delete(old)));
}

/** Keeps what a page needs to look as it does, where it is not kept yet. */
async function keepAssetsOf(html) {
  const cache = await caches.open(ASSETS);
  for (const [, path] of html.matchAll(/(?:href|src)="(\/[^"/][^"]*\.(?:css|js|svg))"/g)) {
    if (await cache.match(path)) continue;
    const answer = await fetch(path).catch(() => null);
    if (answer && mayBeKept(answer)) await keep(ASSETS, path, answer, MOST_ASSETS);
  }
}

/** Keeps a page as it was just shown, what it needs, and the offline page of its language. */
async function keepPage(address, answer) {
  if (!mayBeKept(answer) || !isHtml(answer)) return;
  const language = answer.headers.get('content-language');
  const html = await answer.clone().text();
  if (!/\/offline$/.test(new URL(address).pathname)) await keep(PAGES, address, answer, MOST_PAGES);
  await keepAssetsOf(html);
  if (LANGUAGES.includes(language)) await keepOfflinePage(language);
}

/** Keeps the offline page of a language, anew where it is more than a day old: a deployment may have changed it. */
async function keepOfflinePage(language) {
  const address = offlineAddress(language);
  const kept = await find(PAGES, address);
  if (kept && Date.now() - Date.parse(kept.headers.get('date')) < FRESH) return;
  const answer = await fetch(address).catch(() => null);
  if (!answer || !mayBeKept(answer)) return;
  const html = await answer.clone().text();
  await keep(PAGES, address, answer, MOST_PAGES);
  await keepAssetsOf(html);
}

/** The headers of a kept answer, but for those that told how it came over the line. */
function headersOf(kept) {
  const headers = new Headers(kept.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
  return headers;
}

/** A kept page with the notice that it is one, and of when; it stands in the page already, hidden, in its language. */
async function asCopy(kept) {
  const html = await kept.text();
  const saved = new Date(kept.headers.get('date') ?? Date.now());
  const language = kept.headers.get('content-language') ?? 'en';
  const when = saved.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
  const body = html
    .replace(/<div data-saved-copy([^>]*?) hidden(="[^"]*")?/, '<div data-saved-copy$1')
    .replace('<time></time>', `<time datetime="${saved.toISOString()}">${when}</time>`);
  return new Response(body, { headers: headersOf(kept) });
}

/** The language of an address, or else of the page that was seen last. */
async function languageOf(url) {
  const [, named] = /^\/([a-z]{2})(?=\/|$)/.exec(new URL(url).pathname) ?? [];
  if (LANGUAGES.includes(named)) return named;
  const cache = await caches.open(PAGES);
  const last = (await cache.keys()).filter((request) => !/\/offline$/.test(new URL(request.url).pathname)).at(-1);
  return (last && (await cache.match(last, { ignoreVary: true })).headers.get('content-language')) ?? 'en';
}

/** The offline page in the language of an address, else in any that is kept. */
async function offlinePageFor(url) {
  for (const language of [await languageOf(url), ...LANGUAGES]) {
    const page = await find(PAGES, offlineAddress(language));
    // Served under another address than its own: a new answer, that remembers none.
    if (page) return new Response(page.body, { headers: headersOf(page) });
  }
  return Response.error();
}

async function page(event) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    event.waitUntil(keepPage(event.request.url, answer.clone()));
    return answer;
  } catch {
    const kept = await find(PAGES, event.request);
    return kept ? asCopy(kept) : offlinePageFor(event.request.url);
  }
}

async function asset(event) {
  try {
    const answer = await fetch(event.request);
    if (mayBeKept(answer)) event.waitUntil(keep(ASSETS, event.request, answer.clone(), MOST_ASSETS));
    return answer;
  } catch (error) {
    const kept = await find(ASSETS, event.request);
    if (kept) return kept;
    throw error;
  }
}

// The reader's language is what the server makes of the request: cookie, then what the browser asks for.
addEventListener('install', (event) => {
  const prepare = async () => {
    const answer = await fetch('/offline');
    await keepOfflinePage(answer.headers.get('content-language'));
  };
  event.waitUntil(Promise.all([prepare(), skipWaiting()]));
});

// The page that brought this script was read before it could listen: it is kept now, out of the browser's own cache.
addEventListener('activate', (event) => {
  const begin = async () => {
    const old = (await caches.keys()).filter((name) => name !== PAGES && name !== ASSETS);
    await Promise.all(old.map((name) => caches.delete(name)));
    // The network is asked while this script is still starting: being here costs a reader no time.
    await registration.navigationPreload?.enable();
    await clients.claim();
    for (const { url } of await clients.matchAll({ type: 'window' })) {
      if (!isPageAddress(new URL(url))) continue;
      const answer = await fetch(url, { cache: 'force-cache' }).catch(() => null);
      if (answer) await keepPage(url, answer);
    }
  };
  event.waitUntil(begin());
});

// Everything else goes its way untouched: what is sent (POST), other sites, the API, files.
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (isPageAddress(url)) event.respondWith(page(event));
  } else if (isAssetAddress(url)) event.respondWith(asset(event));
});
