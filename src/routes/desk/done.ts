import { type MessageKey, translate } from '#platform/languages.ts';

/** What can have just been done at the desk, by the word that stands in its address. */
const DONE = {
  confirmed: 'desk.done-confirmed',
  archived: 'desk.done-archived',
  read: 'desk.done-read',
  gone: 'desk.done-gone',
} as const satisfies Record<string, MessageKey>;
export type Done = keyof typeof DONE;

/** What was just done, in words; null where nothing was. */
export function doneText(query: URLSearchParams, { ctx }: App.Locals): string | null {
  const done = query.get('done') ?? '';
  return Object.hasOwn(DONE, done) ? translate(ctx.locale, DONE[done as Done]) : null;
}
