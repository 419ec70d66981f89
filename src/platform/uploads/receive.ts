import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import { v7 as uuidv7 } from 'uuid';
import type { Notice } from '../languages.ts';
import type { Complaint } from '../problem.ts';
import { arrivingIn, type FileRoom } from './room.ts';
import { sentAs } from './shown-name.ts';
import { LARGEST_FILE, MOST_FIELDS, MOST_FILES, MOST_TEXT } from './limits.ts';

/** A file as it was sent, not looked into yet. */
export interface ArrivedFile {
  /** The field it was sent in. */
  field: string;
  /** What the sender calls it. Not to be shown or used before it went through `shownName`. */
  sentName: string;
  path: string;
  /** In bytes. */
  size: number;
}

/** What is wrong with a file, or with the form that brought it. */
export interface FileComplaint extends Complaint {
  /** What its sender calls the file, to be said before the notice; empty where it is about no one file. */
  file: string;
}

/** A form with files, as it came. */
export interface ReceivedForm {
  /** Its texts. */
  fields: FormData;
  /** Those that are whole; what is wrong with the others is among the complaints. */
  files: ArrivedFile[];
  complaints: FileComplaint[];
  /** Removes all that was not kept meanwhile. Must be called, whatever happens. */
  discard(): Promise<void>;
}

/**
 * Takes in a form of `multipart/form-data` as it comes over the line: its files go to disk, a piece at a time, and are never in
 * memory. A file that is empty or too large is not among the files, and there is a complaint that names its field; a form that
 * was cut off, or is none, has one that names no field.
 */
export async function receiveForm(request: Request, room: FileRoom): Promise<ReceivedForm> {
  const folder = join(arrivingIn(room), uuidv7());
  const form: ReceivedForm = {
    fields: new FormData(),
    files: [],
    complaints: [],
    discard: () => rm(folder, { recursive: true, force: true }),
  };
  const complain: Complain = (name, notice, file = '') => form.complaints.push({ name, notice, file });
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) {
    complain('', { key: 'files.no-form' });
    return form;
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await taken(request.body as WebStream, { 'content-type': type }, folder, form, complain);
  } catch (error) {
    form.fields = new FormData();
    form.files = [];
    complain('', { key: reasonOf(error) });
    await form.discard();
  }
  return form;
}

type Complain = (name: string, notice: Notice, file?: string) => void;

const TOO_LARGE: Notice = { key: 'files.too-large', values: { most: LARGEST_FILE / 1024 / 1024 } };

class TooMuchText extends Error {}

function reasonOf(error: unknown): Notice['key'] {
  if (error instanceof TooMuchText || (error as { status?: number }).status === 413) return 'files.form-too-large';
  return (error as { code?: string }).code === 'ENOSPC' ? 'files.no-room' : 'files.cut-off';
}

/** Reads the form to its end. Throws where it has none, or where what it brings cannot be written. */
async function taken(
  body: WebStream,
  headers: BusboyHeaders,
  folder: string,
  form: ReceivedForm,
  complain: Complain,
): Promise<void> {
  // One byte more than is taken tells a file that is too large from one that is just as large as it may be.
  const limits = { fileSize: LARGEST_FILE + 1, files: MOST_FILES, fields: MOST_FIELDS, fieldSize: MOST_TEXT };
  const parser = new Busboy({
    headers,
    limits: { ...limits, headerPairs: 50, headerSize: 16_384, fieldNameSize: 200 },
  });
  const arriving: { stream: BusboyFileStream; arrived: Promise<ArrivedFile | null> }[] = [];
  let text = 0;
  parser.on('field', (name, value, nameCut, valueCut) => {
    text += value.length;
    if (nameCut || valueCut || text > MOST_TEXT) parser.destroy(new TooMuchText());
    else form.fields.append(name, value);
  });
  parser.on('fieldsLimit', () => parser.destroy(new TooMuchText()));
  let lastField = '';
  parser.on('filesLimit', () => complain(lastField, { key: 'files.too-many', values: { most: MOST_FILES } }));
  parser.on('file', (field, stream, sentName = '') => {
    lastField = field;
    const arrived = oneFile(folder, { field, stream, sentName }, complain);
    // What cannot be written ends the whole: nobody waits for a line that leads nowhere.
    arrived.catch((error: Error) => parser.destroy(error));
    arriving.push({ stream, arrived });
  });
  try {
    await pipeline(Readable.fromWeb(body), parser);
  } catch (error) {
    for (const { stream } of arriving) stream.destroy(error as Error);
    throw error;
  } finally {
    // Before any of it may be removed.
    await Promise.allSettled(arriving.map(({ arrived }) => arrived));
  }
  for (const { arrived } of arriving) {
    const file = await arrived;
    if (file) form.files.push(file);
  }
}

/** The file that comes in a field; null where none was chosen, or where there is a complaint about it. */
async function oneFile(
  folder: string,
  { field, stream, sentName }: { field: string; stream: BusboyFileStream; sentName: string },
  complain: Complain,
): Promise<ArrivedFile | null> {
  const path = join(folder, uuidv7());
  const size = await writtenTo(path, stream);
  if (size > 0 && size <= LARGEST_FILE) return { field, sentName, path, size };
  await rm(path);
  if (size > 0) complain(field, TOO_LARGE, sentAs(sentName));
  // A field in which nothing was chosen is sent as an empty file without a name.
  else if (sentName) complain(field, { key: 'files.empty' }, sentAs(sentName));
  return null;
}

/** Writes what comes to a file, safe from a power cut when it is done. Gives its size, at most one byte more than is taken. */
async function writtenTo(path: string, stream: BusboyFileStream): Promise<number> {
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  return stream.bytesRead;
}
