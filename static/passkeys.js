/**
 * Passkeys, where the browser knows them: shows what pages keep hidden, and asks the device when a form is sent that wants one. The
 * form then goes its usual way, with the answer of the device in it: what comes of it is a page like any other.
 */

/** Whether this browser makes and uses passkeys, and speaks of them in JSON (all current ones since 2025). */
const able =
  typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON === 'function' &&
  typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

/** Asks the device for a new passkey, or for the use of one. Rejects where its holder does not want to, or cannot. */
function ask(kind, options) {
  if (kind === 'new')
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

/** What the device answers, as JSON. Throws a sentence for the reader where the forum has refused to begin. */
async function answerOf({ passkey: kind, begin }) {
  const response = await fetch(begin, { method: 'POST', headers: { accept: 'application/json' } });
  const said = await response.json();
  if (!response.ok) throw new Refused(said.detail);
  return JSON.stringify(await ask(kind, said));
}

class Refused extends Error {}

/** Sends a form when the device has answered; says beside the button what to do where it did not. */
function askBeforeSending(form) {
  const says = form.querySelector('[data-says]');
  const answer = form.elements.namedItem('answer');
  let asking = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    // What would be refused is said before the device makes something that then belongs nowhere.
    if (asking || !form.reportValidity()) return;
    asking = true;
    says.textContent = '';
    try {
      answer.value = await answerOf(form.dataset);
      form.submit();
    } catch (error) {
      says.textContent = error instanceof Refused ? error.message : form.dataset.otherwise;
    } finally {
      asking = false;
    }
  });
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const part = form.closest('[data-passkeys]');
  if (!able) continue;
  // A passkey belongs to one origin; the same machine under another name, or under its number, is another one.
  if (part.dataset.passkeys !== location.origin) {
    for (const elsewhere of document.querySelectorAll('[data-passkeys-elsewhere]')) elsewhere.hidden = false;
    continue;
  }
  askBeforeSending(form);
  part.hidden = false;
  for (const instead of document.querySelectorAll('[data-without-passkeys]')) instead.hidden = true;
}
