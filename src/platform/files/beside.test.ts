import { expect, test } from 'vitest';
import { askedBeside } from './beside.ts';

/** The script of a worker that is given a PDF, asked for what it makes nothing of. */
const PDF = 'uploads/pdf-worker.ts';

test('A worker that takes longer than anybody waits is ended, and the next one is asked', async () => {
  await expect(askedBeside(PDF, { bytes: new Uint8Array() }, 1)).rejects.toThrow('gave no answer');
  expect(await askedBeside(PDF, { bytes: new Uint8Array() })).toBe('broken');
});

test('A worker that is not there is said not to be, and the next one is asked', async () => {
  await expect(askedBeside('uploads/none-worker.ts', {})).rejects.toThrow();
  expect(await askedBeside(PDF, { bytes: Buffer.from('nothing') }, 60_000)).toBe('broken');
});
