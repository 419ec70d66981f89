import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('the log leaves out what is a secret or an address, however it comes', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const secret = 'hunter2-amina@example.org';
  for (const name of ['password', 'token', 'secret', 'link', 'cookie', 'authorization', 'email'])
    log.info(
      { route: '/sign-in', [name]: secret, input: { [name]: secret }, err: { request: { [name]: secret } } },
      'x',
    );
  log.error({ err: Object.assign(new Error('refused'), { headers: { cookie: secret } }) }, 'fault');
  expect(lines).toHaveLength(8);
  expect(lines.join('')).not.toContain(secret);
  expect(lines.join('')).toContain('/sign-in');
});
