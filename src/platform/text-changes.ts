import { diffArrays } from 'diff';

/** A piece of two texts: in both, only in the later one, or only in the earlier one. */
export interface TextChange {
  text: string;
  change: 'same' | 'added' | 'removed';
}

/** Beyond so many words put in or taken out, two texts are compared line by line, and then as wholes: nobody reads more, and it takes long. */
const MOST_EDITS = 1_500;

/**
 * What changed from one text to another, word by word, in any script. What is the same or removed is, piece by piece, the earlier
 * text; what is the same or added is the later one. Where words beside each other were replaced, they are so together.
 */
export function textChanges(before: string, after: string): TextChange[] {
  const changes =
    changesOf(wordsIn(before), wordsIn(after)) ??
    changesOf(linesIn(before), linesIn(after)) ??
    listChanges([before], [after]);
  return together(changes);
}

/** What changed from one list to another: each entry stays as it is, is added, or is removed. */
export function listChanges(before: readonly string[], after: readonly string[]): TextChange[] {
  const kept = new Set(after);
  const had = new Set(before);
  return [
    ...before.map((text): TextChange => ({ text, change: kept.has(text) ? 'same' : 'removed' })),
    ...after.filter((text) => !had.has(text)).map((text): TextChange => ({ text, change: 'added' })),
  ];
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });

/** Words, and what stands between them. */
function wordsIn(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

function linesIn(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changesOf(before: string[], after: string[]): TextChange[] | null {
  const found = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  return (
    found?.map(({ value, added, removed }) => ({
      text: value.join(''),
      change: added ? 'added' : removed ? 'removed' : 'same',
    })) ?? null
  );
}

/**
 * Neighbours of one kind in one piece, and spaces and signs alone between two changes with the words around them: what was removed,
 * then what was added.
 */
function together(changes: readonly TextChange[]): TextChange[] {
  const result: TextChange[] = [];
  let [removed, added, space] = ['', '', ''];
  const flush = () => {
    if (removed !== '') result.push({ text: removed, change: 'removed' });
    if (added !== '') result.push({ text: added, change: 'added' });
    if (space !== '') result.push({ text: space, change: 'same' });
    [removed, added, space] = ['', '', ''];
  };
  for (const { text, change } of changes) {
    if (text === '') continue;
    if (change === 'same') {
      const between = removed + added !== '' && /^[\s\p{P}]+$/u.test(text);
      if (between) space += text;
      else {
        flush();
        const last = result.at(-1);
        if (last?.change === 'same') last.text += text;
        else result.push({ text, change });
      }
      continue;
    }
    removed += space;
    added += space;
    space = '';
    if (change === 'removed') removed += text;
    else added += text;
  }
  flush();
  return result;
}
