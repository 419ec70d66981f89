import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import { alone, type Database } from '#platform/database.ts';
import type { Notice } from '#platform/languages.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import type { PreparedFile } from '#platform/uploads/prepare.ts';
import type { FileRoom } from '#platform/uploads/room.ts';
import { fileById, keepFiles, type KeptFile } from '#platform/uploads/store.ts';
import { allEditions } from '#forum/editions/index.ts';
import { demand, may, type Refused } from '#forum/people/index.ts';
import { type PublicationForm, readPublication } from './form.ts';
import { contentOfPublication, isPublicationLanguage, type Publication, type PublicationContent } from './model.ts';
import { freeSlug, insertPublication, publicationAt, publicationById, updatePublication } from './store.ts';
import { awaitTexts } from './texts.ts';

/** What stands in the versions of a publication. */
export type PublicationVersion = PublicationContent & { hidden: boolean };

/** Somebody has changed it since it was read: what stands now, so that both can be looked at. */
export interface ChangedSince {
  now: Publication;
}

/** Puts a publication into the library. Its address is made of its title and stays. */
export async function createPublication(ctx: Context, form: PublicationForm): Promise<Publication | Refused> {
  demand(ctx.actor, 'library.edit');
  const read = readPublication(form, await editionsThere(ctx.db));
  if ('complaints' in read) return read;
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'publications');
    const publication: Publication = {
      ...read,
      attachments: [],
      id: uuidv7(),
      slug: await freeSlug(tx, read.title),
      hidden: false,
      version: 1,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    };
    await insertPublication(tx, publication);
    await record(tx, ctx, publication, 'publication.created');
    return publication;
  });
}

/**
 * Changes what is said of a publication. `version` is the one that was read: where somebody has changed it since, nothing is overwritten.
 * @returns null where there is none
 */
export async function changePublication(
  ctx: Context,
  slug: string,
  version: number,
  form: PublicationForm,
): Promise<Publication | Refused | ChangedSince | null> {
  demand(ctx.actor, 'library.edit');
  const read = readPublication(form, await editionsThere(ctx.db));
  if ('complaints' in read) return read;
  return change(ctx, slug, version, 'publication.changed', (before) => ({ ...before, ...read }));
}

/** Takes a publication out of everybody's sight, or shows it again. As with a change. */
export async function hidePublication(
  ctx: Context,
  slug: string,
  version: number,
  hidden: boolean,
): Promise<Publication | ChangedSince | null> {
  demand(ctx.actor, 'library.edit');
  return change(ctx, slug, version, hidden ? 'publication.hidden' : 'publication.shown', (before) => ({
    ...before,
    hidden,
  }));
}

/**
 * Adds files that were received and prepared, all in one language (empty: nobody said which). Their texts are read afterwards, for the search.
 * @returns a notice where they are too many; null where there is no such publication
 */
export async function addFiles(
  ctx: Context,
  room: FileRoom,
  slug: string,
  prepared: readonly PreparedFile[],
  language: string,
): Promise<Publication | Notice | null> {
  demand(ctx.actor, 'library.edit');
  if (language !== '' && !isPublicationLanguage(language))
    return { key: 'library.no-such-language', values: { value: language.slice(0, 40) } };
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'publications');
    const before = await publicationAt(tx, slug);
    if (!before) return null;
    const kept = await keepFiles(tx, room, prepared, {
      subject: before.id,
      account: ctx.actor.account,
      now: ctx.now,
    });
    if (!kept.ok) return kept.problem;
    const added = kept.value.map(({ id, name, type, size }) => ({ id, name, type, size, language }));
    const after = next(ctx, before, { ...before, attachments: [...before.attachments, ...added] });
    if (!(await updatePublication(tx, after))) throw new Error('A publication changed while it was locked.');
    await awaitTexts(
      tx,
      before.id,
      added.map(({ id }) => id),
      ctx.now,
    );
    await record(tx, ctx, after, 'publication.files-added');
    return after;
  });
}

/** What is said of a file: its language, and whether it stays. */
export interface FileChange {
  id: string;
  language: string;
  stays: boolean;
}

/** Says in which language files are, or takes some off. Their bytes stay for as long as any version names them. As with a change. */
export async function changeFiles(
  ctx: Context,
  slug: string,
  version: number,
  changes: readonly FileChange[],
): Promise<Publication | Refused | ChangedSince | null> {
  demand(ctx.actor, 'library.edit');
  const bad = changes.find(({ language }) => language !== '' && !isPublicationLanguage(language));
  if (bad)
    return {
      complaints: [
        { name: 'language', notice: { key: 'library.no-such-language', values: { value: bad.language.slice(0, 40) } } },
      ],
    };
  return change(ctx, slug, version, 'publication.files-changed', (before) => ({
    ...before,
    attachments: before.attachments.flatMap((file) => {
      const said = changes.find(({ id }) => id === file.id);
      if (!said) return [file];
      return said.stays ? [{ ...file, language: said.language }] : [];
    }),
  }));
}

/** A file for whoever may have it: those a shown publication has now are everybody's, all others those' who look after the library. Null else. */
export async function publicationFileFor(
  ctx: Context,
  id: string,
): Promise<{ file: KeptFile; public: boolean } | null> {
  const file = await fileById(ctx.db, id);
  const publication = file && (await publicationById(ctx.db, file.subject));
  if (!publication) return null;
  if (!publication.hidden && publication.attachments.some((one) => one.id === id)) return { file, public: true };
  return may(ctx.actor, 'library.edit') ? { file, public: false } : null;
}

async function editionsThere(db: Database): Promise<string[]> {
  return (await allEditions(db)).map(({ slug }) => slug);
}

async function change(
  ctx: Context,
  slug: string,
  version: number,
  action: string,
  changed: (before: Publication) => Publication,
): Promise<Publication | ChangedSince | null> {
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'publications');
    const before = await publicationAt(tx, slug);
    if (!before) return null;
    if (before.version !== version) return { now: before };
    const after = next(ctx, before, changed(before));
    if (!(await updatePublication(tx, after))) throw new Error('A publication changed while it was locked.');
    await record(tx, ctx, after, action);
    return after;
  });
}

const next = (ctx: Context, before: Publication, changed: Publication): Publication => ({
  ...changed,
  version: before.version + 1,
  updatedAt: ctx.now,
});

async function record(tx: Database, ctx: Context, publication: Publication, action: string): Promise<void> {
  const { id, version, hidden } = publication;
  const content: PublicationVersion = { ...contentOfPublication(publication), hidden };
  await recordChanges(tx, ctx, 'publication', [{ subject: id, number: version, action, content }]);
  await recordAct(tx, ctx, action, { publication: id, version });
}
