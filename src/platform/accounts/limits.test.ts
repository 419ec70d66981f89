import { expect, test } from 'vitest';
import { createLimits } from './limits.ts';

test('five mails may be asked for one address, and one is told the minutes to wait; another address is not held up', async () => {
  const limits = createLimits();
  const waits = [];
  for (let times = 0; times < 6; times++) waits.push(await limits.count('mail', 'amina@example.org'));
  expect(waits).toEqual([null, null, null, null, null, 15]);
  expect(await limits.count('mail', 'driss@example.org')).toBeNull();
  expect(await limits.count('attempt', 'amina@example.org')).toBeNull();
});

test('many persons behind one address of a ministry may sign in, a machine that guesses may not', async () => {
  const limits = createLimits();
  for (let times = 0; times < 100; times++) expect(await limits.count('place', '192.0.2.1')).toBeNull();
  expect(await limits.count('place', '192.0.2.1')).not.toBeNull();
});
