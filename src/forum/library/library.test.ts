import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import { versionsOf } from '#platform/history.ts';
import { createLog } from '#platform/log.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { handmadePdf, setPdf, word } from '#platform/uploads/files.fixture.ts';
import { inVersions } from '#platform/uploads/in-versions.ts';
import { prepareFile } from '#platform/uploads/prepare.ts';
import { NotPermitted, OPERATOR } from '#forum/people/index.ts';
import {
  addFiles,
  changeFiles,
  changePublication,
  createPublication,
  emptyPublication,
  findPublications,
  formOfPublication,
  hidePublication,
  outcomesOf,
  type Publication,
  publicationFileFor,
  type PublicationForm,
  readDueTexts,
  textsOfFiles,
  wholeLibrary,
} from './index.ts';

const form = (more: Partial<PublicationForm>): PublicationForm => ({ ...emptyPublication(), kind: 'report', ...more });
/** The publication, or an end with what is wrong. */
function made(result: Publication | object | null): Publication {
  if (result === null || !('slug' in result)) throw new Error(JSON.stringify(result));
  return result as Publication;
}

eachDatabase('The library', (open) => {
  let database: OpenDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  const room = { folder: join(folder, 'files'), scanner: undefined };
  const as = (actor: Context['actor'] = OPERATOR, seconds = 0): Context => ({
    db: database.db,
    now: new Date(Date.UTC(2026, 10, 24, 10, 0, seconds)),
    locale: 'en',
    actor,
  });
  const prepared = async (name: string, bytes: Buffer) => {
    const path = join(folder, `${name}-${bytes.length}`);
    writeFileSync(path, bytes);
    const found = await prepareFile(room, { field: 'files', sentName: name, path, size: bytes.length });
    if (!found.ok) throw new Error(found.problem.key);
    return found.value;
  };
  const readTexts = () => readDueTexts({ db: database.db, room, log: createLog('silent') }, () => as().now);

  beforeAll(async () => (database = await open()));
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  test('takes a publication, keeps every change as a version, and never gives its address to another', async () => {
    const first = made(await createPublication(as(), form({ 'title-en': 'What cities learnt' })));
    const second = made(await createPublication(as(), form({ 'title-fr': 'What cities learnt' })));
    expect([first.slug, second.slug]).toEqual(['what-cities-learnt', 'what-cities-learnt-2']);
    const changed = made(
      await changePublication(as(), first.slug, 1, form({ 'title-en': 'What all learnt', themes: ['health'] })),
    );
    expect([changed.slug, changed.version]).toEqual(['what-cities-learnt', 2]);
    expect((await versionsOf(database.db, first.id)).map(({ action }) => action)).toEqual([
      'publication.created',
      'publication.changed',
    ]);
    const { publications, total, counts } = await findPublications(database.db, {
      ...wholeLibrary(),
      theme: ['health'],
    });
    expect([total, publications[0]!.title, counts.kind.get('report')]).toEqual([1, { en: 'What all learnt' }, 1]);
  });

  test('overwrites nothing that somebody else has changed meanwhile', async () => {
    const { slug } = made(await createPublication(as(), form({ 'title-en': 'Two at once' })));
    const theirs = form({ 'title-en': 'Two at once', publisher: 'One' });
    made(await changePublication(as(), slug, 1, theirs));
    const late = await changePublication(as(), slug, 1, form({ 'title-en': 'Two at once', publisher: 'Other' }));
    expect(late).toMatchObject({ now: { publisher: 'One', version: 2 } });
    expect(await changePublication(as(), 'nothing', 1, theirs)).toBeNull();
  });

  test('is changed by nobody who may not', async () => {
    await expect(createPublication(as(VISITOR), form({ 'title-en': 'No' }))).rejects.toThrow(NotPermitted);
    await expect(hidePublication(as(VISITOR), 'two-at-once', 2, true)).rejects.toThrow(NotPermitted);
  });

  test('reads the texts of PDF and Word files, and says which file has none', async () => {
    const { slug, id } = made(await createPublication(as(), form({ 'title-en': 'With files' })));
    const files = [
      await prepared('remit.pdf', await setPdf('Remittances build houses in Tonga.')),
      await prepared('mobilité.docx', await word('La mobilité de la main-d’œuvre à Tanger.')),
      await prepared('scan.pdf', handmadePdf()),
    ];
    const after = made(await addFiles(as(), room, slug, files, 'fr'));
    expect(after.attachments.map(({ language }) => language)).toEqual(['fr', 'fr', 'fr']);
    const ids = after.attachments.map((file) => file.id);
    expect([...(await outcomesOf(database.db, ids)).values()].map(({ outcome }) => outcome)).toEqual(
      Array(3).fill('waiting'),
    );
    await readTexts();
    const outcomes = await outcomesOf(database.db, ids);
    expect(ids.map((one) => outcomes.get(one)!.outcome)).toEqual(['read', 'read', 'none']);
    const texts = await textsOfFiles(database.db, ids);
    expect(texts.map(({ text }) => text).join(' ')).toMatch(/houses in Tonga.*main-d’œuvre à Tanger/s);
    expect(await inVersions(database.db, ids)).toEqual(new Set(ids));
    const { publications } = await findPublications(database.db, { ...wholeLibrary(), language: ['fr'] });
    expect(publications.map((one) => one.id)).toEqual([id]);
  });

  test('gives everybody the files a shown publication has now, and the rest to those who look after it', async () => {
    const { slug } = made(await createPublication(as(), form({ 'title-en': 'Given out' })));
    const added = made(await addFiles(as(), room, slug, [await prepared('a.docx', await word('One'))], ''));
    const [file] = added.attachments;
    const forVisitor = async () => (await publicationFileFor(as(VISITOR), file!.id))?.public ?? null;
    expect(await forVisitor()).toBe(true);
    const hidden = made(await hidePublication(as(), slug, added.version, true));
    expect(await forVisitor()).toBeNull();
    expect(await publicationFileFor(as(), file!.id)).toMatchObject({ public: false });
    const shown = made(await hidePublication(as(), slug, hidden.version, false));
    made(await changeFiles(as(), slug, shown.version, [{ id: file!.id, language: '', stays: false }]));
    expect(await forVisitor()).toBeNull();
  });

  test('shows nothing hidden in its list', async () => {
    const { slug, version } = made(await createPublication(as(), form({ 'title-en': 'Soon gone', kind: 'study' })));
    const studies = async () => (await findPublications(database.db, { ...wholeLibrary(), kind: ['study'] })).total;
    expect(await studies()).toBe(1);
    await hidePublication(as(), slug, version, true);
    expect(await studies()).toBe(0);
  });

  test('says back what it says', async () => {
    const publication = made(
      await createPublication(
        as(),
        form({ 'title-es': 'Lo que dice', sdg: '10.7', sources: 'Aquí https://example.org/' }),
      ),
    );
    expect(formOfPublication(publication)).toMatchObject({
      'title-es': 'Lo que dice',
      sdg: '10.7',
      sources: 'Aquí https://example.org/',
    });
  });
});
