import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Ask, withForum } from '#cli/reach.ts';
import { settingsFrom } from '#platform/settings.ts';
import type { RunningServer } from './server.ts';
import { textOfMail } from './smtp.ts';

/** A browser without scripts: it keeps cookies, sends forms as a page of the forum would, and follows no redirect by itself. */
export interface Visit {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(
    path: string,
    fields: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ): Promise<Response>;
  cookies: Map<string, string>;
}

/** Somebody comes to the forum, with the cookies of an earlier visit or none. */
export function visit({ origin }: Pick<RunningServer, 'origin'>, cookies = new Map<string, string>()): Visit {
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(URL.parse(path, origin)!, {
      redirect: 'manual',
      ...init,
      headers: { accept: 'text/html', ...(cookie && { cookie }), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /max-age=0\b/i.test(line)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return response;
  };
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin, ...headers } }),
  };
}

/** The secret part of a link that works once. */
export const tokenOf = (link: string): string => new URL(link).searchParams.get('token')!;

/** Asks the running forum as its operator does, without the wait for a command to start. */
export function asOperator<Result>(
  dataDir: string,
  environment: Record<string, string>,
  work: (ask: Ask) => Promise<Result>,
): Promise<Result> {
  return withForum(settingsFrom({ DATA_DIR: dataDir, ...environment }), work);
}

/** Somebody who holds a role, signed in: invited by the operator, in by the invitation's link. */
export async function signedInAs(
  server: RunningServer,
  dataDir: string,
  role: string,
  { email = `${role}@example.org`, state = '', mechanism = '', environment = {} as Record<string, string> } = {},
): Promise<Visit> {
  const made = await asOperator(dataDir, environment, (ask) =>
    ask('people.add', { email, role, state, mechanism, name: '', language: 'en' }),
  );
  if ('complaints' in made) throw new Error(`Nobody could be invited: ${JSON.stringify(made.complaints)}`);
  const visitor = visit(server);
  const answer = await visitor.post('/invitation', { token: tokenOf(made.link) });
  if (answer.status !== 303) throw new Error(`The invitation did not work: ${answer.status}`);
  return visitor;
}

/** The mails in the outbox of a folder that went to an address, the earliest first, as their reader sees them. */
export function mailTo(dataDir: string, address: string): string[] {
  const outbox = join(dataDir, 'outbox');
  try {
    return readdirSync(outbox)
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .map((name) => textOfMail(readFileSync(join(outbox, name), 'utf8')))
      .filter((mail) => mail.includes(`\nTo: ${address}\n`));
  } catch {
    return [];
  }
}

/** The links to a page that were mailed to an address, the earliest first. */
export function linksMailedTo(dataDir: string, address: string, page: string): string[] {
  return mailTo(dataDir, address).flatMap((mail) => {
    const link = /^https?:\/\/\S+token=\S+$/m.exec(mail)?.[0];
    return link && new URL(link).pathname.endsWith(page) ? [link] : [];
  });
}

/** The next link to a page that is mailed to an address, beyond the `seen` ones that came before; waits until it comes. */
export async function linkMailedTo(dataDir: string, address: string, page: string, seen = 0): Promise<string> {
  for (let tries = 0; tries < 100; tries++, await wait(100)) {
    const link = linksMailedTo(dataDir, address, page)[seen];
    if (link) return link;
  }
  throw new Error(`No mail came to ${address}.`);
}
