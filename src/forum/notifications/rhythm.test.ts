import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Digested, duePart, lastDigest, RHYTHMS } from './rhythm.ts';

const HOUR = 60 * 60_000;
const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const digests = fc.constantFrom('daily' as const, 'weekly' as const, 'never' as const);
/** Whether what was told at `oldest`, and waits on nobody, is due. */
const isDue = (rhythm: Digested, oldest: Date, now: Date) =>
  duePart(rhythm, { oldest, oldestNews: oldest, waits: false }, now) !== null;
const at = (text: string) => new Date(`2026-11-${text}:00Z`);

describe('A digest', () => {
  test('of the day goes out at five in the morning, of the week on Mondays', () => {
    expect(lastDigest('daily', at('24T04:59'))).toEqual(at('23T05:00'));
    expect(lastDigest('daily', at('24T05:00'))).toEqual(at('24T05:00'));
    expect(lastDigest('weekly', at('29T12:00'))).toEqual(at('23T05:00'));
    expect(lastDigest('weekly', at('30T04:00'))).toEqual(at('23T05:00'));
    expect(lastDigest('weekly', at('30T05:00'))).toEqual(at('30T05:00'));
  });

  test('is never due before it is time, and always once it is, however late the server looks', () => {
    fc.assert(
      fc.property(digests, moment, fc.integer({ min: 0, max: 400 * 24 }), (rhythm, told, hours) => {
        const now = new Date(told.getTime() + hours * HOUR);
        const last = lastDigest(rhythm, now);
        expect(last.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(isDue(rhythm, told, now)).toBe(told < last);
        if (hours > (rhythm === 'weekly' ? 7 : 1) * 24) expect(isDue(rhythm, told, now)).toBe(true);
      }),
    );
  });

  test('comes at most once in each day or week, whatever happens and whenever the server runs', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(digests, moment, looks, (rhythm, start, hours) => {
        let now = start.getTime();
        let oldest: Date | null = new Date(now);
        const sent: number[] = [];
        for (const step of hours) {
          now += step * HOUR;
          if (oldest && isDue(rhythm, oldest, new Date(now))) {
            sent.push(now);
            oldest = null;
          }
          // Something happens after every look.
          oldest ??= new Date(now + 1);
        }
        const periods = sent.map((time) => lastDigest(rhythm, new Date(time)).getTime());
        expect(new Set(periods).size).toBe(sent.length);
      }),
    );
  });

  test('is not waited for by who wants to be told at once', () => {
    fc.assert(
      fc.property(moment, fc.boolean(), (now, waits) => {
        expect(duePart('at-once', { oldest: now, oldestNews: waits ? null : now, waits }, now)).toBe('all');
      }),
    );
  });

  test('is not waited for by what waits on somebody, unless they chose a digest; news waits for the morning', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 23 }), fc.boolean(), (told, hours, waits) => {
        const now = new Date(told.getTime() + hours * HOUR);
        const morning = told < lastDigest('daily', now);
        const both = { oldest: told, oldestNews: told, waits };
        expect(duePart('waits-at-once', both, now)).toBe(morning ? 'all' : waits ? 'waiting' : null);
        expect(duePart('waits-at-once', { oldest: told, oldestNews: null, waits: true }, now)).toBe('waiting');
        expect(duePart('daily', { oldest: told, oldestNews: null, waits: true }, now)).toBe(morning ? 'all' : null);
      }),
    );
  });

  test('leaves nothing out that has waited for more than a week', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RHYTHMS), moment, fc.boolean(), (rhythm, told, waits) => {
        const later = new Date(told.getTime() + 8 * 24 * HOUR);
        const part = duePart(rhythm, { oldest: told, oldestNews: told, waits }, later);
        expect(part).toBe(rhythm === 'never' ? 'essential' : 'all');
      }),
    );
  });
});
