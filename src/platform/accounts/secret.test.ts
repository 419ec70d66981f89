import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SettingError, settingsFrom } from '../settings.ts';
import { secretIn } from './secret.ts';

const folder = mkdtempSync(join(tmpdir(), 'common-space-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a secret is made when it is first needed, stays the same, and is readable for its owner alone', () => {
  const made = secretIn(folder);
  expect(made).toMatch(/^[\w-]{64}$/);
  expect(secretIn(folder)).toBe(made);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['secret']);
});

test.each([
  ['SECRET', 'too short'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'Forum <forum@example.org>'],
])('a server does not start with %s=%s, and says what it must be', (name, value) => {
  expect(() => settingsFrom({ [name]: value })).toThrow(SettingError);
});
