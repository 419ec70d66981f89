import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

/** The sample's survey has no answers, since nobody's are made up, and so nothing published: programs are told so. */
const UNPUBLISHED = /^\/(api\/v1\/)?surveys\/\{slug\}/;

describe.each(emptyDatabases())('The OpenAPI description of the sample forum, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(folder, await fresh());
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('names examples that answer, at every address', async () => {
    const description = (await (await fetch(`${server.origin}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<
        string,
        { get?: { security?: unknown; parameters: { name: string; in: string; example: string }[] } }
      >;
    };
    expect(description.openapi).toMatch(/^3\.1\./);
    for (const [path, { get: operation }] of Object.entries(description.paths)) {
      // What needs a token is walked in api-tokens.test.ts.
      if (!operation || operation.security) continue;
      const filled = operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .reduce((text, { name, example }) => text.replace(`{${name}}`, example), path);
      expect((await fetch(server.origin + filled)).status, filled).toBe(UNPUBLISHED.test(path) ? 404 : 200);
    }
  });
});
