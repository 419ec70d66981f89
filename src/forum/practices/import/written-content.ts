import { parseGcmRefs } from '#vocab/gcm.ts';
import { isCountry } from '#vocab/countries.ts';
import { parsePlaces } from '#vocab/places.ts';
import { isRegion } from '#vocab/regions.ts';
import { parseSdgRefs } from '#vocab/sdg-references.ts';
import type { Said } from '../model.ts';
import { splitPartners } from '../partners.ts';
import { type Cells, isWebAddress, type Refuse, textOf } from './cell-values.ts';
import { codesNamed, kindNamed, objectiveNamed, stakeholderNamed, themeNamed } from './code-names.ts';
import { languageNamed } from './language-names.ts';
import { saidTranslations } from './said-translations.ts';
import type { Field } from './table.ts';
import { writtenYears } from './written-years.ts';

type Content = Said;

/** What a row written by people says, as far as it can be read; what cannot is refused by name. */
export function writtenContent(cells: Cells, refuse: Refuse): Content {
  const translations = saidTranslations(cells, refuse, onOneLine);
  return {
    ...titleAndLinks(cells, refuse),
    ...texts(cells),
    ...(cells.owner !== undefined && { owner: onOneLine(textOf(cells.owner)) }),
    ...(cells.evaluations !== undefined && { evaluations: addresses(cells, 'evaluations', refuse) }),
    ...(cells.replicates !== undefined && { replicates: replicated(cells) }),
    ...(translations && { translations }),
    ...(cells.kind !== undefined && kind(cells, refuse)),
    ...(cells.sdg !== undefined && { sdg: sdg(cells, refuse) }),
    ...(cells.gcm !== undefined && { gcm: gcm(cells, refuse) }),
    ...places(cells),
    ...writtenYears(cells, refuse),
    ...(cells.partners !== undefined && { partners: partners(cells) }),
    ...(cells.themes !== undefined && { themes: codes(cells, 'themes', themeNamed, refuse) }),
    ...(cells.stakeholders !== undefined && { stakeholders: codes(cells, 'stakeholders', stakeholderNamed, refuse) }),
    ...(cells.language !== undefined && language(cells, refuse)),
  };
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const TEXTS = ['summary', 'results', 'costs', 'lessons', 'needs'] as const;

function texts(cells: Cells): Content {
  return Object.fromEntries(
    TEXTS.flatMap((field) => (cells[field] === undefined ? [] : [[field, textOf(cells[field])]])),
  );
}

/** Practices named by id or address; an id and an address are without spaces, whatever else is written is one name. */
function replicated({ replicates: cell }: Cells): string[] {
  const names = Array.isArray(cell) ? cell : textOf(cell).split(/[\n;,|]/);
  return names
    .flatMap((name) => (/^(?:\S*[/-]\S*\s*)+$/.test(name) ? name.split(/\s+/) : [name.trim()]))
    .filter(Boolean);
}

const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:)\]]/gi;

/** The name on one line; addresses written in its cell or linked to it are links, as are those of a column of their own. */
function titleAndLinks(cells: Cells, refuse: Refuse): Content {
  const title = textOf(cells.title);
  const inTitle = title.match(ADDRESS) ?? [];
  const links = [...new Set([...inTitle, ...addresses(cells, 'links', refuse)])];
  const name = onOneLine(withoutAddresses(title));
  const said = cells.links !== undefined || links.length > 0;
  return { ...(cells.title !== undefined && { title: name }), ...(said && { links }) };
}

/** The addresses of a column of addresses, each once. */
function addresses(cells: Cells, field: 'links' | 'evaluations', refuse: Refuse): string[] {
  const written = textOf(cells[field])
    .split(/\s+/)
    .map((address) => address.replace(/[,;]+$/, ''))
    .filter((address) => address !== '');
  for (const address of written) if (!isWebAddress(address)) refuse(field, address, { key: 'import.no-web-address' });
  return [...new Set(written.filter(isWebAddress))];
}

/** The text without its addresses, and without the brackets and signs that held them. */
function withoutAddresses(text: string): string {
  const rest = text.replace(ADDRESS, ' ');
  return rest === text ? text : rest.replace(/\(\s*\)|\[\s*\]|<\s*>/g, ' ').replace(/\s+[.,;:–—-]*\s*$/, '');
}

function kind(cells: Cells, refuse: Refuse): Content {
  const text = textOf(cells.kind);
  if (text === '') return { kind: null };
  const named = kindNamed(text);
  if (named === undefined) refuse('kind', text, { key: 'import.unknown-kind-of-practice' });
  return named === undefined ? {} : { kind: named };
}

function sdg(cells: Cells, refuse: Refuse): string[] {
  const text = textOf(cells.sdg);
  const { refs, refused } = parseSdgRefs(text);
  for (const { text: ref, reason } of refused) refuse('sdg', text, { key: `import.sdg-${reason}`, values: { ref } });
  return refs;
}

/** Objectives by number, or by their names. */
function gcm(cells: Cells, refuse: Refuse): string[] {
  const text = textOf(cells.gcm);
  const { refs, refused } = parseGcmRefs(text);
  if (refused.length === 0) return refs;
  const { codes: named, unknown } = codesNamed(text, objectiveNamed);
  if (unknown.length === 0) return named;
  for (const { text: ref } of refused) refuse('gcm', text, { key: 'import.unknown-gcm', values: { ref } });
  return refs;
}

/** A cell for all of it says all of it; a column of countries, cities or regions alone leaves the rest as it is. */
function places(cells: Cells): Content {
  const columns = (['where', 'countries', 'places', 'regions', 'global'] as const).filter(
    (field) => cells[field] !== undefined,
  );
  if (columns.length === 0) return {};
  const read = columns.map((field) => placesIn(textOf(cells[field]), field));
  const all = {
    countries: [...new Set(read.flatMap((one) => one.countries))],
    places: [...new Set(read.flatMap((one) => one.places))],
    regions: [...new Set(read.flatMap((one) => one.regions))],
    global: read.some((one) => one.global),
  };
  if (cells.where !== undefined) return all;
  return {
    ...((cells.countries !== undefined || all.countries.length > 0) && { countries: all.countries }),
    ...((cells.places !== undefined || all.places.length > 0) && { places: all.places }),
    ...((cells.regions !== undefined || all.regions.length > 0) && { regions: all.regions }),
    ...((cells.global !== undefined || all.global) && { global: all.global }),
  };
}

function placesIn(text: string, field: Field): ReturnType<typeof parsePlaces> {
  const nothing = { countries: [], places: [], regions: [], global: false };
  if (field === 'global') return { ...nothing, global: isYes(text) };
  const codes = text.split(/[\s,;]+/).filter((code) => code !== '');
  if (codes.length > 0 && codes.every((code) => /^[A-Z]{2}$/.test(code) && isCountry(code))) {
    return { ...nothing, countries: codes };
  }
  if (field === 'regions' && codes.length > 0 && codes.every(isRegion)) return { ...nothing, regions: codes };
  return parsePlaces(text);
}

const isYes = (text: string): boolean => /^(?:true|yes|y|x|1|global|oui|vrai|sí|si|verdadero|نعم)$/iu.test(text.trim());

const partners = (cells: Cells): string[] =>
  Array.isArray(cells.partners) ? cells.partners.filter((name) => name !== '') : splitPartners(textOf(cells.partners));

function codes(
  cells: Cells,
  field: 'themes' | 'stakeholders',
  named: (text: string) => string | undefined,
  refuse: Refuse,
): string[] {
  const { codes: known, unknown } = codesNamed(textOf(cells[field]), named);
  for (const name of unknown) {
    refuse(field, name, { key: field === 'themes' ? 'import.unknown-theme' : 'import.unknown-stakeholder' });
  }
  return known;
}

function language(cells: Cells, refuse: Refuse): Content {
  const text = textOf(cells.language);
  if (text === '') return {};
  const named = languageNamed(text);
  if (named === undefined) refuse('language', text, { key: 'import.unknown-language' });
  return named === undefined ? {} : { language: named };
}
