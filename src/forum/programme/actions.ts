import { v7 as uuidv7 } from 'uuid';
import { textIn } from '#vocab/texts.ts';
import { themeLabel } from '#vocab/themes.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import { type Edition, editionAt, editionById } from '#forum/editions/index.ts';
import { demand, type Refused } from '#forum/people/index.ts';
import { readSession, type SessionForm } from './form.ts';
import { MOST_THEMES_OF_A_CONSULTATION, type Session, type SessionContent, themeFault } from './model.ts';
import { contentOfSession, freeSlug, insertSession, sessionAt, sessionsAlone, updateSession } from './store.ts';

/**
 * Puts a session on an edition's programme. Its address is made of its title and stays, whatever is changed later.
 * @returns null where there is no such edition
 */
export async function createSession(
  ctx: Context,
  edition: string,
  form: SessionForm,
): Promise<Session | Refused | null> {
  demand(ctx.actor, 'editions.edit');
  const content = readSession(form);
  if ('complaints' in content) return content;
  return ctx.db.transaction(async (tx) => {
    const of = await editionAt(tx, edition);
    if (!of) return null;
    const wrong = wrongThemes(ctx, content, of);
    if (wrong) return wrong;
    await sessionsAlone(tx);
    const slug = await freeSlug(tx, of.slug, textIn(content.title, 'en').text);
    const at = { createdAt: ctx.now, updatedAt: ctx.now };
    const session: Session = { ...content, id: uuidv7(), edition: of.id, slug, hidden: false, version: 1, ...at };
    await insertSession(tx, session);
    return record(tx, ctx, session, 'session.created');
  });
}

/** Rule 8, said of the field that breaks it. */
function wrongThemes({ locale }: Context, content: SessionContent, { subThemes }: Edition): Refused | null {
  const found = themeFault(content, [...new Set(subThemes.flatMap(({ themes }) => themes))]);
  if (found === null) return null;
  const notice =
    found.fault === 'too-many'
      ? ({ key: 'editions.too-many-themes', values: { most: MOST_THEMES_OF_A_CONSULTATION } } as const)
      : ({ key: 'editions.not-theme-of-edition', values: { theme: themeLabel(found.theme, locale) } } as const);
  return { complaints: [{ name: 'themes', notice }] };
}

/**
 * Changes what is kept of a session. `version` is the one that was read: where somebody else has changed it since, nothing is overwritten,
 * and what stands there now is given back.
 * @returns null where there is no such session
 */
export async function changeSession(
  ctx: Context,
  slug: string,
  version: number,
  form: SessionForm,
): Promise<Session | Refused | { now: Session } | null> {
  demand(ctx.actor, 'editions.edit');
  const content = readSession(form);
  if ('complaints' in content) return content;
  return ctx.db.transaction(async (tx) => {
    await sessionsAlone(tx);
    const before = await sessionAt(tx, slug);
    if (!before) return null;
    if (before.version !== version) return { now: before };
    const wrong = wrongThemes(ctx, content, (await editionById(tx, before.edition))!);
    return wrong ?? write(tx, ctx, { ...before, ...content }, 'session.changed');
  });
}

/**
 * Takes a session off the programme, or puts it back. Its address stays its own, and its versions stay readable to those who prepare the programme.
 * @returns null where there is no such session
 */
export async function hideSession(ctx: Context, slug: string, hidden: boolean): Promise<Session | null> {
  demand(ctx.actor, 'editions.edit');
  return ctx.db.transaction(async (tx) => {
    await sessionsAlone(tx);
    const before = await sessionAt(tx, slug);
    if (!before || before.hidden === hidden) return before;
    return write(tx, ctx, { ...before, hidden }, hidden ? 'session.hidden' : 'session.shown');
  });
}

async function write(tx: Database, ctx: Context, next: Session, action: string): Promise<Session> {
  const after = { ...next, version: next.version + 1, updatedAt: ctx.now };
  if (!(await updateSession(tx, after))) throw new Error('A session changed while no other was to be changed.');
  return record(tx, ctx, after, action);
}

/** What stands in the versions of a session. */
export type SessionVersion = Pick<Session, 'slug' | 'hidden'> & SessionContent;

async function record(tx: Database, ctx: Context, session: Session, action: string): Promise<Session> {
  const { id, slug, hidden, version } = session;
  const content: SessionVersion = { slug, hidden, ...contentOfSession(session) };
  await recordChanges(tx, ctx, 'session', [{ subject: id, number: version, action, content }]);
  await recordAct(tx, ctx, action, { session: slug, version });
  return session;
}
