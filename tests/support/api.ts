import { expect } from 'vitest';
import type { RunningServer } from './server.ts';
import type { Visit } from './visit.ts';

/** A program that speaks to the API with a token, or without one. */
export interface Program {
  token: string;
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** What came back: its status, its headers, and what it says. */
export interface Answer {
  status: number;
  headers: Headers;
  // What a program makes of it is the test's to say.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any;
}

/** A program with a token. `body` is sent as JSON, a form as a form. */
export function program({ origin }: Pick<RunningServer, 'origin'>, token: string): Program {
  return {
    token,
    async ask(method, path, body, headers = {}) {
      const isForm = body instanceof FormData;
      const response = await fetch(origin + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isForm ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : text };
    },
  };
}

/** A token made by somebody who is signed in, as the page shows it, once. */
export async function tokenOf(visitor: Visit, scopes: string[], name = 'A program', days = '30'): Promise<string> {
  const answer = await visitor.post('/account/tokens?/make', [
    ['name', name],
    ['days', days],
    ...scopes.map((scope): [string, string] => ['scopes', scope]),
  ]);
  const page = await answer.text();
  const token = /cs_[0-9A-Za-z]{46}/.exec(page)?.[0];
  expect(token, page.slice(0, 3000)).toBeDefined();
  return token!;
}
