import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { type LOCALES } from '#vocab/language.ts';
import { allThemes, isTheme, takeThemes, themeLabel, themesOffered } from '#vocab/themes.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { versionsOf } from '#platform/history.ts';
import { NotPermitted, OPERATOR } from '#forum/people/index.ts';
import {
  addTheme,
  createThemeFollower,
  describedTheme,
  describeTheme,
  formOfTheme,
  LONGEST_LABEL,
  type ThemeForm,
} from './index.ts';
import { readTheme } from './model.ts';

const form = (label: Partial<Record<(typeof LOCALES)[number], string>>, more: Partial<ThemeForm> = {}): ThemeForm => ({
  ...formOfTheme({ label: { en: '', ...label }, about: {}, retired: false }),
  ...more,
});

test('what was typed of a theme reads the same again', () => {
  const text = fc.string({ maxLength: 60, unit: 'grapheme' });
  const typed = fc.record({ en: text, fr: text, ar: text });
  fc.assert(
    fc.property(typed, text, fc.boolean(), (label, about, retired) => {
      const once = readTheme({ ...form(label), 'about-es': about, retired });
      if ('complaints' in once)
        expect(
          label.en
            .trim()
            .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')
            .trim(),
        ).toBe('');
      else expect(readTheme(formOfTheme(once))).toEqual(once);
    }),
  );
});

test('a theme wants an English name, and none that is too long', () => {
  expect(readTheme(form({ fr: 'Travail' }))).toEqual({
    complaints: [{ name: 'label-en', notice: { key: 'themes.no-name' } }],
  });
  const long = readTheme(form({ en: 'Work', ar: 'ع'.repeat(LONGEST_LABEL + 1) }));
  expect('complaints' in long && long.complaints.map(({ name }) => name)).toEqual(['label-ar']);
});

eachDatabase('What a forum says of its themes', (open) => {
  let database: OpenDatabase;
  const as = (actor: Context['actor'], seconds = 0): Context => ({
    db: database.db,
    now: new Date(Date.UTC(2026, 10, 24, 10, 0, seconds)),
    locale: 'en',
    actor,
  });
  beforeAll(async () => {
    database = await open();
  });
  afterAll(async () => {
    takeThemes([]);
    await database.close();
  });

  test('a forum adds its own, calls another by another name, and every process hears of it', async () => {
    const follow = createThemeFollower();
    await follow(database.db, as(OPERATOR).now);
    const added = await addTheme(as(OPERATOR), form({ en: 'Sea rescue', ar: 'الإنقاذ في البحر' }));
    expect('complaints' in added ? added : added.code).toBe('sea-rescue');
    await describeTheme(as(OPERATOR), 'health', form({ en: 'Health and care' }, { retired: true }), 0);
    expect(isTheme('sea-rescue')).toBe(true);
    // Another process has not heard of it yet.
    takeThemes([]);
    await follow(database.db, as(OPERATOR, 5).now);
    expect(themeLabel('sea-rescue', 'ar')).toBe('الإنقاذ في البحر');
    expect(themeLabel('health', 'fr')).toBe('Health and care');
    expect(allThemes().map(({ code }) => code)).toContain('health');
    expect(themesOffered().map(({ code }) => code)).not.toContain('health');
  });

  test('a name that is taken is refused, and so is a stranger', async () => {
    const taken = { complaints: [{ name: 'label-en', notice: { key: 'themes.exists' } }] };
    expect(await addTheme(as(OPERATOR), form({ en: 'Sea: rescue!' }))).toEqual(taken);
    expect(await addTheme(as(OPERATOR), form({ en: 'Labour mobility' }))).toEqual(taken);
    await expect(addTheme(as(VISITOR), form({ en: 'X' }))).rejects.toThrow(NotPermitted);
    expect(await describeTheme(as(OPERATOR), 'nothing', form({ en: 'X' }), 0)).toBeNull();
  });

  test('of two who describe one theme the later one sees what the first said; each state stays readable', async () => {
    const first = (await describedTheme(database.db, 'sea-rescue'))!;
    await describeTheme(as(OPERATOR), 'sea-rescue', form({ en: 'Rescue at sea' }), first.version);
    const late = await describeTheme(as(OPERATOR), 'sea-rescue', form({ en: 'Rescue' }), first.version);
    expect(late && 'now' in late ? late.now.label.en : late).toBe('Rescue at sea');
    const said = (await versionsOf(database.db, first.id)).map(({ content }) => (content as ThemeContentSaid).label.en);
    expect(said).toEqual(['Sea rescue', 'Rescue at sea']);
  });
});

interface ThemeContentSaid {
  label: { en: string };
}
