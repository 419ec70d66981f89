import { readFileSync } from 'node:fs';
import { EMPTY_CONTENT, NEW, type Practice, type PracticeContent } from '#forum/practices/index.ts';
import type { Reader } from './model.ts';

const SAMPLE = new URL('../../../sample/practices.json', import.meta.url);

/** The practices of the sample forum: those of the annex of 2020. */
export function samplePractices(): Practice[] {
  const contents = JSON.parse(readFileSync(SAMPLE, 'utf8')) as PracticeContent[];
  return contents.map((content, at) => practice({ ...content, slug: `practice-${at + 1}` }));
}

/** A practice with what a test cares about. */
export function practice(said: Partial<Practice> = {}): Practice {
  return {
    ...EMPTY_CONTENT,
    ...NEW,
    id: '0197f3c2-7a10-7000-8000-000000000001',
    slug: 'skills-partnership',
    title: 'Skills partnership',
    summary: 'Nurses learn and work in two countries.\nBoth count the years.',
    kind: 'programme',
    sdg: ['8.8', '10.7'],
    gcm: [],
    countries: ['DE', 'MA'],
    places: [],
    regions: ['015', '155'],
    global: false,
    start: 2018,
    end: null,
    ongoing: true,
    partners: ['International Labour Organization (ILO)', 'GIZ'],
    themes: [],
    stakeholders: [],
    links: [],
    language: 'en',
    source: { edition: 2020, label: 'Call for inputs' },
    version: 1,
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
    ...said,
  };
}

/** A reader of English, of a catalogue at an address of its own. */
export const READER: Reader = { locale: 'en', origin: 'https://forum.example' };
