import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MagickFormat } from '@imagemagick/magick-wasm';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { VISITOR } from '../context.ts';
import { recordChanges } from '../history.ts';
import type { OpenDatabase } from '../open-database.ts';
import { handmadePdf, picture } from './files.fixture.ts';
import { inVersions } from './in-versions.ts';
import { MOST_FILES } from './limits.ts';
import { prepareFile, type PreparedFile } from './prepare.ts';
import { removeUnused } from './remove-unused.ts';
import { fileResponse } from './respond.ts';
import { arrivingIn, type FileRoom, placeOf } from './room.ts';
import { scanDueFiles } from './scan-later.ts';
import { fileById, filesOf, keepFiles, passOn } from './store.ts';
import { files } from './tables.ts';
import { startUpkeep } from './upkeep.ts';

const start = new Date('2026-11-24T08:00:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const draft = uuidv7();

eachDatabase('Files', (open) => {
  let database: OpenDatabase;
  let room: FileRoom;
  const logged: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => {
    room = { folder: mkdtempSync(join(tmpdir(), 'common-space-kept-')), scanner: undefined };
    mkdirSync(join(arrivingIn(room), 'form'), { recursive: true });
  });
  afterEach(async () => {
    await database.db.delete(files);
    rmSync(room.folder, { recursive: true });
    logged.length = 0;
  });
  afterAll(() => database.close());

  const prepared = async (
    bytes: Uint8Array = handmadePdf(),
    sentName = 'Loi n° 5 «قانون».pdf',
  ): Promise<PreparedFile> => {
    const path = join(arrivingIn(room), 'form', uuidv7());
    writeFileSync(path, bytes, { mode: 0o600 });
    const found = await prepareFile(room, { field: 'attachments', sentName, path, size: bytes.length });
    if (!found.ok) throw new Error(found.problem.key);
    return found.value;
  };
  const kept = async (bytes?: Uint8Array, now = start) => {
    const result = await keepFiles(database.db, room, [await prepared(bytes)], { subject: draft, account: null, now });
    if (!result.ok) throw new Error(result.problem.key);
    return result.value[0]!;
  };
  const script = (text: string) => {
    const path = join(room.folder, `scan-${uuidv7()}`);
    writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    return path;
  };
  /** As if the bytes had been written long ago. */
  const aged = (path: string) => utimesSync(path, later(-30), later(-30));

  test('are kept under an id of ours, readable for the server alone, and found by subject and id', async () => {
    const file = await kept();
    const path = placeOf(room, file.id);
    expect(path).toBe(join(room.folder, file.id.slice(-2), file.id));
    expect(readFileSync(path)).toEqual(handmadePdf());
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(await filesOf(database.db, draft)).toEqual([file]);
    expect(await fileById(database.db, file.id)).toMatchObject({
      name: 'Loi n° 5 «قانون».pdf',
      type: 'application/pdf',
    });
    expect(await fileById(database.db, uuidv7())).toBeNull();
  });

  test('belong to the practice once its draft was published', async () => {
    const [one, other] = [await kept(), await kept()];
    const practice = uuidv7();
    await passOn(database.db, [one.id], practice);
    expect((await filesOf(database.db, practice)).map(({ id }) => id)).toEqual([one.id]);
    expect((await filesOf(database.db, draft)).map(({ id }) => id)).toEqual([other.id]);
    await passOn(database.db, [], practice);
  });

  test('of one subject are bounded in their number: one more is refused, and nothing of it is kept', async () => {
    const more = await Promise.all(Array.from({ length: MOST_FILES }, () => prepared()));
    const keep = (some: PreparedFile[]) =>
      keepFiles(database.db, room, some, { subject: draft, account: null, now: start });
    expect((await keep(more)).ok).toBe(true);
    const extra = await prepared();
    expect(await keep([extra])).toEqual({
      ok: false,
      problem: { key: 'files.too-many', values: { most: MOST_FILES } },
    });
    expect(existsSync(placeOf(room, extra.id))).toBe(false);
  });

  test('an id that is none leads nowhere on the disk', () => {
    for (const id of ['../../etc/passwd', '', '..', `${uuidv7()}/../x`, uuidv7().toUpperCase()])
      expect(() => placeOf(room, id)).toThrow('no id');
  });

  const answer = async (file: Awaited<ReturnType<typeof kept>>, headers: Record<string, string> = {}, more = {}) => {
    const request = new Request('http://x/', { headers });
    return fileResponse(room, file, request, { copy: 'whole', show: true, public: true, locale: 'en', ...more });
  };

  test('are handed out with their own type and name, and nothing in them may run', async () => {
    const response = await answer(await kept());
    expect(Buffer.from(await response.arrayBuffer())).toEqual(handmadePdf());
    const header = (name: string) => response.headers.get(name);
    expect(header('content-type')).toBe('application/pdf');
    expect(header('content-disposition')).toBe(
      `inline; filename="Loi n? 5 ???????.pdf"; filename*=UTF-8''Loi%20n%C2%B0%205%20%C2%AB%D9%82%D8%A7%D9%86%D9%88%D9%86%C2%BB.pdf`,
    );
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(header('content-length')).toBe(String(handmadePdf().length));
    expect(header('cache-control')).toBe('public, no-cache');
    const other = await answer(await kept(), {}, { show: false, public: false });
    expect(other.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(other.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox$/);
    expect(other.headers.get('cache-control')).toBe('private, no-cache');
  });

  test('that a reader has already are not sent again; a part is sent where a part is asked for', async () => {
    const file = await kept();
    const etag = (await answer(file)).headers.get('etag')!;
    expect((await answer(file, { 'if-none-match': etag })).status).toBe(304);
    expect((await answer(file, { 'if-none-match': `W/"x", W/${etag}` })).status).toBe(304);
    expect((await answer(file, { 'if-none-match': '"x"' })).status).toBe(200);
    const size = handmadePdf().length;
    const part = await answer(file, { range: 'bytes=5-9' });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      `bytes 5-9/${size}`,
      '5',
    ]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(handmadePdf().subarray(5, 10));
    expect((await answer(file, { range: `bytes=${size}-` })).status).toBe(416);
    for (const range of ['bytes=9-5', 'bytes=', 'lines=1-2', 'bytes=0-1,4-5'])
      expect((await answer(file, { range })).status).toBe(200);
    expect((await answer(file, { range: 'bytes=0-1', 'if-range': '"old"' })).status).toBe(200);
    expect((await answer(file, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
  });

  test('that are pictures have a small copy, and both have a size', async () => {
    const file = await kept(await picture(MagickFormat.Jpeg, 800, 600));
    expect([file.width, file.height]).toEqual([800, 600]);
    const small = await answer(file, {}, { copy: 'small' });
    expect(small.headers.get('content-type')).toBe('image/webp');
    expect(small.headers.get('content-security-policy')).toMatch(/sandbox$/);
    expect(small.headers.get('etag')).not.toBe((await answer(file)).headers.get('etag'));
    expect((await small.arrayBuffer()).byteLength).toBeLessThan(file.size);
  });

  test('that the scanner could not say anything of are not handed out until it can', async () => {
    room.scanner = [script('exit 2')];
    const file = await kept();
    expect(file.scan).toBe('waiting');
    const waiting = await answer(file);
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([503, '600']);
    expect(await waiting.text()).toContain('virus scanner');
    await scanDueFiles({ db: database.db, room, log }, () => start);
    expect((await fileById(database.db, file.id))!.scan).toBe('waiting');
    room.scanner = [script('exit 0')];
    await scanDueFiles({ db: database.db, room, log }, () => later(0.1));
    expect((await fileById(database.db, file.id))!.scan).toBe('waiting');
    await scanDueFiles({ db: database.db, room, log }, () => later(0.2));
    expect((await answer((await fileById(database.db, file.id))!)).status).toBe(200);
  });

  test('that were kept before there was a scanner are scanned when there is one; what is infected is gone, and said to be', async () => {
    const [clean, infected] = [await kept(), await kept(await picture(MagickFormat.Png))];
    expect((await answer(clean)).status).toBe(200);
    room.scanner = [script(`case "$1" in *${infected.id}) exit 1;; *) exit 0;; esac`)];
    await scanDueFiles({ db: database.db, room, log }, () => start);
    expect((await fileById(database.db, clean.id))!.scan).toBe('clean');
    const row = (await fileById(database.db, infected.id))!;
    expect(row.scan).toBe('infected');
    expect([existsSync(placeOf(room, row.id)), existsSync(placeOf(room, row.id, 'small'))]).toEqual([false, false]);
    expect((await answer(row)).status).toBe(410);
    expect(logged.join('')).toContain('file infected');
    expect(logged.join('')).not.toContain('Loi');
  });

  test('are removed when nothing speaks of them any more, never within a day, and never while something does', async () => {
    const [spoken, unspoken] = [
      await kept(await picture(MagickFormat.Png)),
      await kept(await picture(MagickFormat.Png)),
    ];
    const young = await kept(undefined, later(20));
    const referred = async () => new Set([spoken.id]);
    expect(await removeUnused(database.db, room, referred, later(23))).toEqual({
      unreferred: [],
      strays: 0,
      missing: [],
    });
    expect(await removeUnused(database.db, room, referred, later(25))).toEqual({
      unreferred: [unspoken.id],
      strays: 0,
      missing: [],
    });
    expect((await filesOf(database.db, draft)).map(({ id }) => id)).toEqual([spoken.id, young.id]);
    const on = (id: string) => [existsSync(placeOf(room, id)), existsSync(placeOf(room, id, 'small'))];
    expect([on(spoken.id), on(unspoken.id), on(young.id)]).toEqual([
      [true, true],
      [false, false],
      [true, false],
    ]);
  });

  test('are spoken of for as long as any version of anything has them, the latest or not, and by nothing else', async () => {
    const [first, second, never] = [await kept(), await kept(), await kept()];
    const content = (...ids: string[]) => ({
      title: never.id,
      attachments: ids.map((id) => ({ id, caption: never.id })),
    });
    const contents = [content(first.id), content(second.id), content(), { title: 'without' }, { attachments: 'odd' }];
    const ctx = { db: database.db, now: start, locale: 'en' as const, actor: VISITOR };
    await database.db.transaction((tx) =>
      recordChanges(
        tx,
        ctx,
        'draft',
        contents.map((one, at) => ({ subject: draft, number: at + 1, action: 'saved', content: one })),
      ),
    );
    const { unreferred } = await removeUnused(database.db, room, inVersions, later(25));
    expect(unreferred).toEqual([never.id]);
    expect(await inVersions(database.db, [])).toEqual(new Set());
  });

  test('bytes without a row, and forms that nobody finished, are removed after a day; rows without bytes are told of', async () => {
    const lost = await kept();
    rmSync(placeOf(room, lost.id));
    const stray = uuidv7();
    mkdirSync(join(room.folder, stray.slice(-2)), { recursive: true });
    for (const path of [placeOf(room, stray), placeOf(room, stray, 'small')]) writeFileSync(path, 'x');
    const old = join(arrivingIn(room), 'old');
    mkdirSync(old);
    for (const path of [placeOf(room, stray), old]) aged(path);
    for (const path of [placeOf(room, stray, 'small'), join(arrivingIn(room), 'form')])
      utimesSync(path, later(20), later(20));
    const all = async (_: unknown, ids: readonly string[]) => new Set(ids);
    expect(await removeUnused(database.db, room, all, later(25))).toEqual({
      unreferred: [],
      strays: 2,
      missing: [lost.id],
    });
    expect([existsSync(placeOf(room, stray)), existsSync(placeOf(room, stray, 'small'))]).toEqual([false, true]);
    expect(readdirSync(arrivingIn(room))).toEqual(['form']);
    expect(await database.db.$count(files, eq(files.id, lost.id))).toBe(1);
  });

  test('are looked after as soon as the server runs, and no longer than that', async () => {
    const old = join(arrivingIn(room), 'old');
    mkdirSync(old);
    aged(old);
    const file = await kept();
    room.scanner = [script('exit 0')];
    const upkeep = startUpkeep({ db: database.db, room, log, referred: async (_, ids) => new Set(ids) });
    await expect
      .poll(async () => [existsSync(old), (await fileById(database.db, file.id))!.scan])
      .toEqual([false, 'clean']);
    await upkeep.close();
  });
});
