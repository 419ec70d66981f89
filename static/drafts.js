/**
 * Saves a draft while it is typed. Without a connection, and until the server has said that it has it, what is typed is kept in
 * this browser, with the number of the version it was typed upon: back on the page, nothing is lost, and whatever others saved in
 * the meantime is brought together with it by the server.
 */

/** How long a pause in typing is waited for, in milliseconds; and how long until it is tried again where it failed. */
const PAUSE = 1_500;
const AGAIN = 10_000;

function saveAsTyped(form) {
  const { draft, save, offline, restored, signedOut, saving } = form.dataset;
  const key = `draft ${draft}`;
  const version = form.elements.namedItem('version');
  const status = form.querySelector('[data-status]');
  let waiting;
  let busy = false;
  let dirty = false;
  let stopped = false;

  const say = (text) => (status.textContent = text);
  const typed = () => [...new FormData(form)].filter(([name]) => name !== 'version');

  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify({ version: version.value, typed: typed() }));
    } catch {
      // A browser that keeps nothing: the server has it in a moment.
    }
  }

  function restore() {
    const kept = localStorage.getItem(key);
    if (kept === null) return;
    const { version: base, typed: texts } = JSON.parse(kept);
    version.value = base;
    for (const control of form.elements) {
      if (!control.name || control.name === 'version') continue;
      const values = texts.filter(([name]) => name === control.name).map(([, value]) => value);
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value);
      else if (values.length > 0) control.value = values.at(-1);
    }
    say(restored);
    dirty = true;
    waiting = setTimeout(send, 0);
  }

  async function send() {
    clearTimeout(waiting);
    if (busy || !dirty || stopped) return;
    busy = true;
    dirty = false;
    say(saving);
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(save, { method: 'POST', body, headers: { accept: 'application/json' } });
      if (answer.redirected || answer.status === 401) {
        dirty = true;
        say(signedOut);
      } else if (answer.status === 409) {
        // Both texts are shown by the page itself, when the form is sent.
        stopped = true;
        say((await answer.json()).message);
      } else if (answer.ok) {
        const { version: number, message, problems } = await answer.json();
        version.value = number;
        if (!dirty) localStorage.removeItem(key);
        else keep();
        say([message, ...Object.values(problems)].join(' '));
      } else throw new Error(String(answer.status));
    } catch {
      dirty = true;
      say(offline);
      waiting = setTimeout(send, AGAIN);
    }
    busy = false;
    if (dirty && status.textContent === saving) waiting = setTimeout(send, PAUSE);
  }

  form.addEventListener('input', () => {
    dirty = true;
    keep();
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE);
  });
  form.addEventListener('submit', () => {
    stopped = true;
    clearTimeout(waiting);
  });
  addEventListener('online', send);
  addEventListener('pagehide', () => dirty && keep());
  document.addEventListener('visibilitychange', () => document.hidden && send());
  restore();
}

/** The page that comes after the form was sent names what the server has; only then the browser need not keep it. */
const here = new URL(location.href);
const saved = here.searchParams.get('saved');
if (saved !== null) {
  localStorage.removeItem(`draft ${saved}`);
  // Whoever comes back to this address has typed something else by then.
  here.searchParams.delete('saved');
  history.replaceState(null, '', here);
}
for (const form of document.querySelectorAll('form[data-save]')) saveAsTyped(form);
