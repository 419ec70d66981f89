import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { slugFrom } from '#platform/slugs.ts';
import { type Body, type BodyContent, compareBodies, inOrder } from './model.ts';
import { bodies } from './tables.ts';

type Row = typeof bodies.$inferSelect;

const bodyOf = ({ content, kind: _, ...row }: Row): Body => ({
  ...content,
  ...row,
  terms: inOrder(content.terms),
});

/** All bodies in the order in which they are shown, those taken from the pages only where asked for. A forum has a few dozen. */
export async function allBodies(db: Database, hidden: 'with-hidden' | 'without-hidden'): Promise<Body[]> {
  const rows = await db
    .select()
    .from(bodies)
    .where(hidden === 'with-hidden' ? undefined : isNull(bodies.hiddenAt));
  return rows.map(bodyOf).sort((one, other) => compareBodies(one, other) || (one.slug < other.slug ? -1 : 1));
}

/** The body at an address; null where there is none, whatever was asked for. */
export async function bodyAt(db: Database, slug: string): Promise<Body | null> {
  // PostgreSQL has no NUL in its texts, and refuses a question that holds one.
  if (slug.includes('\0')) return null;
  const [row] = await db.select().from(bodies).where(eq(bodies.slug, slug));
  return row ? bodyOf(row) : null;
}

/** The body at an address, held by this transaction to its end, so that of two changes one follows the other. */
export async function holdBody(tx: Database, slug: string): Promise<Body | null> {
  if (slug.includes('\0')) return null;
  const [row] = await tx.select().from(bodies).where(eq(bodies.slug, slug)).for('update');
  return row ? bodyOf(row) : null;
}

/** What stands in the versions of a body, and in its row. */
export function contentOf(body: Body): BodyContent {
  const { kind, name, mandate, mechanism, from, last, endUnknown, sources, terms, meetings } = body;
  return { kind, name, mandate, mechanism, from, last, endUnknown, sources, terms, meetings };
}

const rowOf = (body: Body): Row => {
  const { id, slug, kind, hiddenAt, version, createdAt, updatedAt } = body;
  return { id, slug, kind, content: contentOf(body), hiddenAt, version, createdAt, updatedAt };
};

/** Writes a new body; false where its kind is one of which the Forum has one already. */
export async function insertBody(tx: Database, body: Body): Promise<boolean> {
  const written = await tx.insert(bodies).values(rowOf(body)).onConflictDoNothing().returning({ id: bodies.id });
  return written.length > 0;
}

/** Writes a body's next state; false where its kind is one of which the Forum has one already. The caller holds it. */
export async function updateBody(tx: Database, body: Body): Promise<void> {
  await tx.update(bodies).set(rowOf(body)).where(eq(bodies.id, body.id));
}

/** Whether there is another body of a kind. */
export async function isKindTaken(tx: Database, kind: Body['kind'], id: string | null): Promise<boolean> {
  const others = id === null ? eq(bodies.kind, kind) : and(eq(bodies.kind, kind), sql`${bodies.id} <> ${id}`);
  return (await tx.$count(bodies, others)) > 0;
}

/** Addresses that are pages of ours and no body's. */
const RESERVED = ['new'];

/** The first free address for a name: the name itself, or with the lowest number from 2 behind it. */
export async function freeSlug(tx: Database, name: string): Promise<string> {
  const wanted = slugFrom(name, 'body');
  const taken = await tx
    .select({ slug: bodies.slug })
    .from(bodies)
    .where(or(eq(bodies.slug, wanted), sql`${bodies.slug} like ${`${wanted}-%`}`));
  const free = (slug: string) => !RESERVED.includes(slug) && !taken.some((one) => one.slug === slug);
  let slug = wanted;
  for (let number = 2; !free(slug); number++) slug = `${wanted}-${number}`;
  return slug;
}
