import { GCM_OBJECTIVES } from '#vocab/gcm.ts';
import { KIND_LABELS } from '#vocab/kinds.ts';
import { type Label, LOCALES } from '#vocab/language.ts';
import { STAKEHOLDERS } from '#vocab/stakeholders.ts';
import { allThemes } from '#vocab/themes.ts';
import { KINDS, type Kind } from '../model.ts';
import { foldHeader } from './fold-header.ts';

const namesOf = <Code extends string>(entries: { code: Code; label: Label }[]): Map<string, Code> =>
  new Map(
    entries.flatMap(({ code, label }) =>
      [code, ...LOCALES.map((locale) => label[locale] ?? '')]
        .map(foldHeader)
        .filter((name) => name !== '')
        .map((name) => [name, code] as const),
    ),
  );

const stakeholders = namesOf(STAKEHOLDERS.map(({ code, label }) => ({ code, label })));
const kinds = namesOf<Kind>(KINDS.map((code) => ({ code, label: KIND_LABELS[code]! })));
const objectives = namesOf(GCM_OBJECTIVES.map(({ code, label }) => ({ code, label })));

/** The code of a theme named by its code or by its label in any of the four languages; likewise the others. */
export function themeNamed(text: string): string | undefined {
  const all = allThemes();
  if (themes.all !== all) themes = { all, names: namesOf([...all]) };
  return themes.names.get(foldHeader(text));
}
let themes: { all: ReturnType<typeof allThemes>; names: Map<string, string> } = { all: [], names: new Map() };

export const stakeholderNamed = (text: string): string | undefined => stakeholders.get(foldHeader(text));
export const kindNamed = (text: string): Kind | undefined => kinds.get(foldHeader(text));
export const objectiveNamed = (text: string): string | undefined => objectives.get(foldHeader(text));

/**
 * The codes of several names in one text: a name a line or between ";", between commas where a name is not known as a whole
 * ("Health, Education"). `unknown` are the names without a code, as they stand.
 */
export function codesNamed(
  text: string,
  named: (text: string) => string | undefined,
): { codes: string[]; unknown: string[] } {
  const codes: string[] = [];
  const unknown: string[] = [];
  for (const line of pieces(text, /[;؛|\n]/)) {
    const whole = named(line);
    for (const piece of whole ? [line] : pieces(line, /[,،]/)) {
      const code = whole ?? named(piece);
      if (code === undefined) unknown.push(piece);
      else codes.push(code);
    }
  }
  return { codes, unknown };
}

const pieces = (text: string, border: RegExp): string[] =>
  text
    .split(border)
    .map((piece) => piece.replace(/^\s*(?:•|\d+\.(?=\s))\s*/u, '').trim())
    .filter((piece) => piece !== '');
