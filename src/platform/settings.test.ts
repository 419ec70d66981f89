import { expect, test } from 'vitest';
import { SettingError, settingsFrom } from './settings.ts';

test('The virus scanner is set with its arguments; unset or empty, there is none', () => {
  expect(settingsFrom({ SCAN_COMMAND: ' clamdscan  --fdpass --no-summary ' }).scanCommand).toEqual([
    'clamdscan',
    '--fdpass',
    '--no-summary',
  ]);
  expect(settingsFrom({ SCAN_COMMAND: ' ' }).scanCommand).toBeUndefined();
  expect(settingsFrom({}).scanCommand).toBeUndefined();
});

test('Links are looked at unless that is turned off, in one of two words', () => {
  expect([settingsFrom({}).linkChecks, settingsFrom({ LINK_CHECKS: 'off' }).linkChecks]).toEqual([true, false]);
  expect(() => settingsFrom({ LINK_CHECKS: 'never' })).toThrow(SettingError);
});
