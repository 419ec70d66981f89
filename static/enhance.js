/**
 * What the pages gain where scripts run; every page works without. Nothing moves by itself.
 */

/** A text as it is compared: without case and without accents. */
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A field over a long facet that leaves only the values with the typed words; what is chosen always stays. */
function addFacetSearch(fieldset) {
  const field = document.createElement('input');
  field.type = 'search';
  field.placeholder = fieldset.dataset.search;
  field.setAttribute('aria-label', fieldset.dataset.search);
  field.autocomplete = 'off';
  const rest = fieldset.querySelector('.rest');
  const values = [...fieldset.querySelectorAll('li')].map((item) => ({ item, text: plain(item.textContent) }));
  const wasOpen = rest?.open ?? false;
  field.addEventListener('input', () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    for (const { item, text } of values)
      item.hidden = !item.querySelector('input').checked && !words.every((word) => text.includes(word));
    if (rest) rest.open = wasOpen || words.length > 0;
  });
  field.addEventListener('keydown', (event) => {
    // Enter would send the form; here it is only the end of a word.
    if (event.key === 'Enter') event.preventDefault();
  });
  fieldset.querySelector('legend').after(field);
}

/** After what was changed has been drawn; where nothing is drawn, as behind another window, soon. */
const drawn = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

/** How long a pause in typing is taken for the end of a word, in milliseconds. */
const PAUSE = 120;

/** Results and counts follow what is typed and chosen, without a new page. The address follows too: it is the state. */
function followChoices(form) {
  let asked = new AbortController();
  let waiting;
  const address = () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
    return form.getAttribute('action') + (query.size > 0 ? `?${query}` : '');
  };
  const follow = async () => {
    asked.abort();
    const { signal } = (asked = new AbortController());
    const url = address();
    try {
      const response = await fetch(url, { signal });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (!signal.aborted) history.replaceState(null, '', url);
      const steps = shown(page);
      do {
        // In steps, each drawn before the next, so that a letter typed in between is not kept waiting.
        await drawn();
        if (signal.aborted) return;
      } while (!steps.next().done);
    } catch {
      // Asked anew in the meantime, or no network: what was typed is still there, and the button still works.
    }
  };
  // What lies below the screen is laid out when it is come to: the first letter is not to wait for it either.
  setTimeout(() => document.querySelector('.results').classList.add('followed'), 0);
  document.addEventListener('input', ({ target }) => {
    if (target.form !== form || target.name !== 'q') return;
    clearTimeout(waiting);
    waiting = setTimeout(follow, PAUSE);
  });
  form.addEventListener('change', ({ target }) => {
    if (target.type === 'checkbox' && target.name) follow();
  });
}

/** Shows another state of the page, step by step; what is alike stays as it is. */
function* shown(page) {
  const [results, others] = [document, page].map((one) => one.querySelector('.results'));
  const [heading, otherHeading] = [results, others].map((one) => one.querySelector('h1'));
  // The heading stays, for those who are read to: it says how many.
  if (heading.textContent !== otherHeading.textContent) heading.textContent = otherHeading.textContent;
  const [list, otherList] = [results, others].map((one) => one.querySelector('.cards'));
  yield;
  showCounts(page);
  yield;
  showHead(page);
  yield;
  const cards = [...(otherList?.children ?? [])];
  let below = [];
  if (list && otherList) below = takeAround(list, otherList);
  else {
    otherHeading.remove();
    otherList?.replaceChildren();
    results.replaceChildren(heading, ...others.childNodes);
    if (otherList) below = partsBeside(otherList, BEHIND);
    for (const part of below) part.remove();
  }
  if (!otherList) return;
  const taken = results.querySelector('.cards');
  yield* takeCards(taken, cards);
  taken.after(...below);
}

/** Where another part of the page stands, as `compareDocumentPosition` says it. */
const BEFORE = Node.DOCUMENT_POSITION_PRECEDING;
const BEHIND = Node.DOCUMENT_POSITION_FOLLOWING;

/** What stands beside the list of results, before it (but for the heading) or behind it. */
const partsBeside = (list, where) =>
  [...list.parentElement.children].filter(
    (part) => part.tagName !== 'H1' && list.compareDocumentPosition(part) & where,
  );

/**
 * Takes what stands between the heading and the results. What stands below them goes, and the answer is what is to come
 * there when the last result has: the results push nothing before them.
 */
function takeAround(list, otherList) {
  const text = (parts) => parts.map((part) => part.outerHTML).join('');
  const [parts, others] = [list, otherList].map((one) => partsBeside(one, BEFORE));
  if (text(parts) !== text(others)) {
    for (const part of parts) part.remove();
    list.before(...others);
  }
  for (const part of partsBeside(list, BEHIND)) part.remove();
  return partsBeside(otherList, BEHIND);
}

/**
 * Takes the results one by one: on a slow phone's processor each is drawn in less than a twentieth of a second. From the first
 * that is another one on, all are new and come below what is there, so that none is moved by the next.
 */
function* takeCards(list, others) {
  const same = others.findIndex((other, at) => !list.children[at]?.isEqualNode(other));
  const kept = same < 0 ? others.length : same;
  while (list.children.length > kept) list.lastElementChild.remove();
  for (const other of others.slice(kept)) {
    list.append(other);
    yield;
  }
}

/** Takes the counts; the boxes stay as they are under the reader's hands. */
function showCounts(page) {
  const counts = new Map();
  for (const label of page.querySelectorAll('form#catalogue label')) {
    const { name, value } = label.querySelector('input');
    counts.set(`${name} ${value}`, label);
  }
  for (const label of document.querySelectorAll('form#catalogue label')) {
    const { name, value } = label.querySelector('input');
    const other = counts.get(`${name} ${value}`);
    const [count, text] = [label.querySelector('.count'), other?.querySelector('.count').textContent];
    if (text === undefined || count.textContent === text) continue;
    count.textContent = text;
    label.className = other.className;
  }
}

/** Takes what else tells of the choice: title, numbers of filters, the way to clear them, the other languages. */
function showHead(page) {
  document.title = page.title;
  for (const selector of ['#catalogue summary', '#catalogue .apply']) {
    const others = page.querySelectorAll(selector);
    document.querySelectorAll(selector).forEach((one, at) => {
      if (others[at] && others[at].innerHTML !== one.innerHTML) one.replaceChildren(...others[at].childNodes);
    });
  }
  const languages = page.querySelectorAll('a[hreflang]');
  document.querySelectorAll('a[hreflang]').forEach((link, at) => languages[at] && (link.href = languages[at].href));
}

/** Keeping a practice leaves the reader where she is: no new page stands between her and her results when she goes back. */
function keepInPlace(form) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const body = new URLSearchParams(new FormData(form));
      // Asked as a browser asks for a page: so the answer is one.
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const other = page.querySelector('form.keep');
      form.setAttribute('action', other.getAttribute('action'));
      form.querySelector('button').textContent = other.querySelector('button').textContent;
      const [way, otherWay] = [document, page].map((one) => one.querySelector('.ways .kept'));
      way.textContent = otherWay.textContent;
    } catch {
      // Without what it needs, the form is sent as it would be without scripts.
      form.submit();
    }
  });
}

/** In a browser that cannot show a closed drawer's content, the facets beside the results are opened. */
function openDrawerBesideResults(drawer) {
  if (!CSS.supports('selector(::details-content)') && matchMedia('(width >= 62rem)').matches) drawer.open = true;
}

for (const fieldset of document.querySelectorAll('fieldset[data-search]')) addFacetSearch(fieldset);
for (const form of document.querySelectorAll('form.keep')) keepInPlace(form);
const catalogue = document.querySelector('form#catalogue');
if (catalogue) {
  followChoices(catalogue);
  for (const drawer of catalogue.querySelectorAll('.drawer')) openDrawerBesideResults(drawer);
}

/** On the offline page: what is saved in this browser, the newest first, by its title. */
async function listSavedPages(section) {
  const list = section.querySelector('ul');
  const cache = await caches.open('pages-1');
  for (const request of (await cache.keys()).reverse()) {
    const { pathname, search } = new URL(request.url);
    if (/\/offline$/.test(pathname)) continue;
    const kept = await cache.match(request, { ignoreVary: true });
    const page = new DOMParser().parseFromString(await kept.text(), 'text/html');
    const link = document.createElement('a');
    link.href = pathname + search;
    link.lang = page.documentElement.lang;
    link.dir = page.documentElement.dir;
    link.textContent = page.title.replace(/ · Common Space$/, '');
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  section.hidden = list.children.length === 0;
}

const saved = document.querySelector('[data-saved-pages]');
if (saved && 'caches' in window) listSavedPages(saved);

// What is read can be read again without a network. After the page is there, so that it takes nothing from it.
if ('serviceWorker' in navigator)
  addEventListener('load', () => navigator.serviceWorker.register('/offline.js').catch(() => {}));
