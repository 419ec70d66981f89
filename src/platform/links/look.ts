import { type Answer, ask, type Asking } from './ask.ts';
import { NotPublic } from './guard.ts';

/**
 * What became of an address. ok: there is something; moved: for good, to another address; gone: its server says so (404, 410);
 * closed: its server answers, but does not let a program look; unreachable: nobody answers, or with a fault; not-public: it is
 * none that we would ask.
 */
export type Outcome = 'ok' | 'moved' | 'gone' | 'closed' | 'unreachable' | 'not-public';

/** What was seen at an address. */
export interface Sight {
  outcome: Outcome;
  /** Where it has moved to, where it has. */
  movedTo: string | null;
  /** The last status of HTTP; null where there was none. */
  status: number | null;
}

/** As many times an address may send us on. */
const MOST_HOPS = 5;

/**
 * Looks at an address: asks for its head, and where its server does not like that, for itself; follows where it sends us on, each step
 * under the same guard as the first.
 */
export async function lookAt(address: string, asking: Asking): Promise<Sight> {
  let status: number | null = null;
  try {
    let url = new URL(address);
    let forGood = true;
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      const answer = await politeAnswer(url, asking);
      status = answer.status;
      const next = isRedirect(answer) ? new URL(answer.location!, url) : null;
      if (!next) return seen(hop > 0 && forGood ? url.href : null, status);
      forGood &&= status === 301 || status === 308;
      // Where one came from inside a page is no part of what is asked for.
      next.hash ||= url.hash;
      url = next;
    }
    return { outcome: 'unreachable', movedTo: null, status };
  } catch (error) {
    return { outcome: outcomeOf(error), movedTo: null, status };
  }
}

async function politeAnswer(url: URL, asking: Asking): Promise<Answer> {
  const head = await ask(url, 'HEAD', asking).catch((error: unknown) => {
    // Some servers hang up on what they do not know.
    if ((error as { code?: string }).code === 'ECONNRESET') return null;
    throw error;
  });
  return head && head.status < 400 ? head : ask(url, 'GET', asking);
}

const isRedirect = ({ status, location }: Answer) => [301, 302, 303, 307, 308].includes(status) && location !== null;

function seen(movedTo: string | null, status: number): Sight {
  if (status < 400) return { outcome: movedTo === null ? 'ok' : 'moved', movedTo, status };
  const outcome = status === 404 || status === 410 ? 'gone' : status >= 500 && status < 600 ? 'unreachable' : 'closed';
  return { outcome, movedTo: null, status };
}

function outcomeOf(error: unknown): Outcome {
  const code = (error as { code?: string }).code ?? '';
  if (error instanceof NotPublic || code === 'ERR_INVALID_URL') return 'not-public';
  // A certificate we do not know may be one that a reader's browser knows.
  return /^(ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/.test(code) ? 'closed' : 'unreachable';
}
