import { isGcm, parseGcmRefs } from '#vocab/gcm.ts';
import { isTarget } from '#vocab/sdg.ts';
import { parseSdgRefs } from '#vocab/sdg-references.ts';

/** A place in a text that names goals, targets or objectives by their numbers. */
export interface Reference {
  kind: 'sdg' | 'gcm';
  codes: string[];
  start: number;
  end: number;
}

const DIGIT = '[0-9٠-٩۰-۹]';
const CODE = `${DIGIT}{1,2}(?!${DIGIT})(?:[.٫](?:${DIGIT}{1,2}(?!${DIGIT})|[a-d](?![\\p{L}\\p{N}])))?`;
const NEXT = `(?:\\s{0,2}(?:[,،;؛&/+–—-]|(?:and|et|y|e|to|à|a|إلى)(?=\\s)|و)\\s{0,2}){1,2}`;
/** Numbers as they stand in running text: a full stop with space behind it ends a sentence there. */
const LIST = `${CODE}(?:${NEXT}${CODE}){0,30}(?!\\s?%)`;
const SIGN = '(?:n[°º]|nos?\\.|#|:)?';
const OF_DEVELOPMENT =
  'sustainable development goals?|sdgs?|objectifs? de développement durable|odd|objetivos? de desarrollo sostenible|ods|(?:ال)?(?:هدف|أهداف) التنمية المستدامة';
const TARGET = 'targets?|cibles?|metas?|(?:ال)?غاية|(?:ال)?غايات|(?:ال)?غايتين';
const GOAL = 'goals?|objectifs?|objetivos?|(?:ال)?هدف|(?:ال)?أهداف|(?:ال)?هدفين|objectives?';
const OF_THE_COMPACT = 'gcm(?: objectives?)?|pmm(?: objectifs?| objetivos?)?';
const EDGE = '(?<![\\p{L}\\p{M}\\p{N}])[وب]?';

const NAMED = new RegExp(
  `${EDGE}(?:(?<compact>${OF_THE_COMPACT})|(?<development>${OF_DEVELOPMENT})(?:\\s(?:${TARGET}|${GOAL}))?|(?<target>${TARGET})|(?<goal>${GOAL}))\\s{0,2}${SIGN}\\s{0,2}\\(?(?<list>${LIST})`,
  'giu',
);

const COMPACT =
  /global compact|\bGCM\b|\bPMM\b|pacte mondial|pacto mundial|الاتفاق العالمي|الميثاق العالمي|marrakes|marrakech/iu;
const DEVELOPMENT =
  /sustainable development|\bSDGs?\b|\bODD\b|\bODS\b|2030|développement durable|desarrollo sostenible|التنمية المستدامة/iu;
/** No description names more; the rest of a text that does is not read. */
const MOST_READ = 300;
/** How far behind a number "of the Global Compact" may follow, and how far before it stand, in characters. */
const BESIDE = 60;

/**
 * The goals, targets and objectives that a text names by number. "Goal 8" and "objective 8" may be anybody's: they count
 * as what the words beside them say, and without any only where the text speaks of the SDGs or of the Compact at all, and
 * the number is one that only the one has.
 */
export function referencesIn(text: string): Reference[] {
  const speaks = { compact: COMPACT.test(text), development: DEVELOPMENT.test(text) };
  const known = new Map<string, string[]>();
  const read = (kind: Reference['kind'], list: string): string[] => {
    const key = `${kind} ${list}`;
    const refs = known.get(key) ?? (kind === 'sdg' ? parseSdgRefs(list) : parseGcmRefs(list)).refs;
    known.set(key, refs);
    return refs;
  };
  return text
    .matchAll(NAMED)
    .take(MOST_READ)
    .toArray()
    .flatMap((match) => {
      const { list = '', compact, development, target } = match.groups!;
      const start = match.index + (/^[وب](?=\p{Script=Arabic})/u.test(match[0]) ? 1 : 0);
      const end = match.index + match[0].length;
      const kind = compact
        ? 'gcm'
        : development || (target && hasTarget(list))
          ? 'sdg'
          : target
            ? null
            : kindOf(text, start, end, list, speaks);
      if (kind === null) return [];
      const refs = read(kind, list);
      return refs.length > 0 ? [{ kind, codes: refs, start, end }] : [];
    });
}

const hasTarget = (list: string) => parseSdgRefs(list).refs.some(isTarget);

function kindOf(
  text: string,
  start: number,
  end: number,
  list: string,
  speaks: { compact: boolean; development: boolean },
): Reference['kind'] | null {
  if (hasTarget(list)) return 'sdg';
  // A sentence ends what stands beside.
  const behind = text.slice(end, end + BESIDE).split(/[.!?؟\n]/u, 1)[0]!;
  const ahead = text
    .slice(Math.max(0, start - BESIDE), start)
    .split(/[.!?؟\n]/u)
    .at(-1)!;
  for (const beside of [behind, ahead]) {
    const [compact, development] = [beside.search(COMPACT), beside.search(DEVELOPMENT)];
    if (compact >= 0 && (development < 0 || compact < development)) return 'gcm';
    if (development >= 0) return 'sdg';
  }
  const english = /^objectives?/iu.test(text.slice(start, end));
  const numbers = parseGcmRefs(list).refs.filter(isGcm).map(Number);
  if (speaks.compact && (english || !speaks.development || numbers.some((number) => number > 17))) return 'gcm';
  return speaks.development && !english ? 'sdg' : null;
}
