import type { RequestEvent } from '@sveltejs/kit';
import { type Entry, entryByToken, lateEntry, ownEntries, type Survey } from '#forum/survey/index.ts';

/** Of a request, what says who asks and about whom. */
export type Asking = Pick<RequestEvent, 'locals' | 'url' | 'cookies'>;

/** The cookie of one survey: it holds what its personal link held, out of reach of scripts, and no longer than the survey; after that, for a day of reading. */
const cookieOf = (survey: Survey) => `common-space.survey.${survey.id}`;

const DAY = 24 * 60 * 60_000;

/** Remembers in the browser by which link somebody came, so that it need not stay in the address. */
export function keepLink({ locals, cookies, url }: Asking, survey: Survey, token: string): void {
  const { now } = locals.ctx;
  const runs = survey.state === 'open' && survey.closesAt! > now;
  cookies.set(cookieOf(survey), token, {
    path: '/',
    expires: runs ? survey.closesAt! : new Date(now.getTime() + DAY),
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  });
}

/**
 * Who answers a survey in this request: the Support Unit for a state whose answer came late (`?for=state:KE`), whoever came by a personal link,
 * or whoever is signed in (`?as=state:KE` where they may for several). Null for nobody.
 */
export async function whoAnswers(event: Asking, survey: Survey): Promise<Entry | null> {
  const { locals, url, cookies } = event;
  const late = named(url.searchParams.get('for'));
  if (late) return lateEntry(locals.ctx, survey, late.kind, late.code);
  const found = await entryByToken(locals.ctx, cookies.get(cookieOf(survey)) ?? '');
  const as = named(url.searchParams.get('as'));
  const own = ownEntries(locals.ctx);
  const wanted = as && own.find(({ respondent }) => respondent.kind === as.kind && respondent.code === as.code);
  if (wanted) return wanted;
  return found?.survey.id === survey.id ? found.entry : (own[0] ?? null);
}

function named(text: string | null): { kind: 'state' | 'mechanism'; code: string } | null {
  const [, kind, code] = /^(state|mechanism):([A-Za-z-]{1,40})$/.exec(text ?? '') ?? [];
  return kind && code ? { kind: kind as 'state' | 'mechanism', code } : null;
}

/** What is added to the addresses of the pages of answers so that they are about the same respondent, to be put behind a "?" or "&". */
export function entryQuery(url: URL): string {
  const kept = new URLSearchParams();
  for (const name of ['for', 'as']) if (url.searchParams.has(name)) kept.set(name, url.searchParams.get(name)!);
  return kept.toString();
}
