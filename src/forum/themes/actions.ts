import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { isTheme, takeThemes } from '#vocab/themes.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import type { Complaint } from '#platform/problem.ts';
import { slugFrom } from '#platform/slugs.ts';
import { demand } from '#forum/people/index.ts';
import { readTheme, type ThemeContent, type ThemeForm } from './model.ts';
import { type DescribedTheme, describedTheme, themesSaid } from './store.ts';
import { themes } from './tables.ts';

/** What is wrong with what was typed; each names its field. */
export type Refused = { complaints: Complaint[] };

/** Adds a theme to the Forum's. Its code, and with it its address, is made of its English name and stays. */
export async function addTheme(ctx: Context, form: ThemeForm): Promise<DescribedTheme | Refused> {
  demand(ctx.actor, 'themes.edit');
  const content = readTheme(form);
  if ('complaints' in content) return content;
  const code = codeFor(content.label.en);
  const added = await ctx.db.transaction(async (tx) => {
    const row = { id: uuidv7(), code, content, version: 1, createdAt: ctx.now, updatedAt: ctx.now };
    const made = isTheme(code) ? [] : await tx.insert(themes).values(row).onConflictDoNothing().returning();
    if (made.length === 0) return EXISTS;
    return record(tx, ctx, { ...content, id: row.id, code, version: 1 }, 'theme.added');
  });
  await hearOfIt(ctx);
  return added;
}

/** Whoever has changed a theme is shown it at once as it is now; other processes hear of it a moment later (follow.ts). */
async function hearOfIt({ db }: Context): Promise<void> {
  takeThemes(await themesSaid(db));
}

/** The code of a name; never one under which another page stands (/themes/new). */
function codeFor(name: string): string {
  const code = slugFrom(name, 'theme');
  return ['new', 'compare'].includes(code) ? `theme-${code}` : code;
}

const EXISTS: Refused = { complaints: [{ name: 'label-en', notice: { key: 'themes.exists' } }] };

/**
 * Says of a theme what it is called and what it is about, whether it comes with the program or is the forum's own. `version` is the one that was
 * read, 0 where nothing had been said: where somebody else has said something since, nothing is overwritten.
 * @returns null where there is no such theme
 */
export async function describeTheme(
  ctx: Context,
  code: string,
  form: ThemeForm,
  version: number,
): Promise<DescribedTheme | Refused | { now: DescribedTheme } | null> {
  demand(ctx.actor, 'themes.edit');
  const content = readTheme(form);
  if ('complaints' in content) return content;
  const described = await ctx.db.transaction(async (tx) => {
    const before = await describedTheme(tx, code);
    if (!before && !isTheme(code)) return null;
    if ((before?.version ?? 0) !== version && before) return { now: before };
    const after = { ...content, id: before?.id ?? uuidv7(), code, version: (before?.version ?? 0) + 1 };
    return (await write(tx, ctx, after, before))
      ? record(tx, ctx, after, 'theme.described')
      : { now: (await describedTheme(tx, code))! };
  });
  await hearOfIt(ctx);
  return described;
}

/** @returns false where somebody else was quicker */
async function write(
  tx: Database,
  ctx: Context,
  after: DescribedTheme,
  before: DescribedTheme | null,
): Promise<boolean> {
  const { id, code, version } = after;
  const content = contentOf(after);
  const written = before
    ? await tx
        .update(themes)
        .set({ content, version, updatedAt: ctx.now })
        .where(and(eq(themes.id, id), eq(themes.version, before.version)))
        .returning()
    : await tx
        .insert(themes)
        .values({ id, code, content, version, createdAt: ctx.now, updatedAt: ctx.now })
        .onConflictDoNothing()
        .returning();
  return written.length > 0;
}

async function record(tx: Database, ctx: Context, theme: DescribedTheme, action: string): Promise<DescribedTheme> {
  const { id, code, version } = theme;
  await recordChanges(tx, ctx, 'theme', [
    { subject: id, number: version, action, content: { code, ...contentOf(theme) } },
  ]);
  await recordAct(tx, ctx, action, { theme: code, version });
  return theme;
}

const contentOf = ({ label, about, retired }: DescribedTheme): ThemeContent => ({ label, about, retired });
