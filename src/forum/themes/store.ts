import { asc, eq } from 'drizzle-orm';
import type { ForumTheme } from '#vocab/themes.ts';
import type { Database } from '#platform/database.ts';
import type { ThemeContent } from './model.ts';
import { themes } from './tables.ts';

/** What a forum says of a theme, as it is kept. */
export interface DescribedTheme extends ThemeContent {
  id: string;
  code: string;
  version: number;
}

/** What the forum says of a theme; null where it says nothing. */
export async function describedTheme(db: Database, code: string): Promise<DescribedTheme | null> {
  const [row] = await db.select().from(themes).where(eq(themes.code, code));
  return row ? { ...row.content, id: row.id, code: row.code, version: row.version } : null;
}

/** What the forum says of all its themes: those it has described. A forum has dozens of themes, not thousands. */
export async function themesSaid(db: Database): Promise<ForumTheme[]> {
  const rows = await db.select({ code: themes.code, content: themes.content }).from(themes).orderBy(asc(themes.id));
  return rows.map(({ code, content: { label, retired } }) => ({ code, label, retired }));
}
