import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = newFolder();
  server = await startServer(folder, { SAMPLE: 'off' });
});
afterAll(async () => {
  await server.stop();
  removeFolder(folder);
});

const form = (size: number) => `email=${'a'.repeat(size)}`;
const headersOf = ({ origin }: RunningServer) => ({
  'content-type': 'application/x-www-form-urlencoded',
  'accept-language': 'fr',
  origin,
});

describe('A form that brings no files', () => {
  test('is read up to half a megabyte; what is larger is refused in words, in the language of its sender', async () => {
    const sent = (size: number) =>
      fetch(`${server.origin}/sign-in?/link`, { method: 'POST', headers: headersOf(server), body: form(size) });
    expect((await sent(500_000)).status).toBe(400);
    const refused = await sent(600_000);
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain('Raccourcissez-le');
    expect(
      (await fetch(`${server.origin}/nowhere`, { method: 'POST', headers: headersOf(server), body: form(600_000) }))
        .status,
    ).toBe(413);
  });

  test('must say how long it is', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const open = request(`${server.origin}/sign-in`, { method: 'POST', headers: headersOf(server) }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      open.on('error', reject);
      open.write(form(10));
      open.end();
    });
    expect(status).toBe(411);
  });
});
