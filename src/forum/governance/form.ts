import { isCountry } from '#vocab/countries.ts';
import { LOCALES } from '#vocab/language.ts';
import { isWritten, type Texts } from '#vocab/texts.ts';
import type { Source } from '../editions/index.ts';
import { isMechanism, type Refused } from '../people/index.ts';
import { isInOrder } from './days.ts';
import {
  type BodyDescription,
  type BodyKind,
  isBodyKind,
  type Meeting,
  type Part,
  seatsOf,
  type Term,
} from './model.ts';
import { beginReading } from './reading.ts';

const inEach = <Name extends string>(name: Name) => LOCALES.map((locale) => `${name}-${locale}` as const);

/** What is typed of a body, as it was typed; `name-fr` and its like are one text in the Forum's languages. */
export const BODY_FIELDS = [
  'kind',
  ...inEach('name'),
  ...inEach('mandate'),
  'mechanism',
  'from',
  'last',
  'endUnknown',
  'sources',
] as const;
export type BodyForm = Record<(typeof BODY_FIELDS)[number], string>;

/** What is typed of a member's time in a body. One of the three says who it is. */
export const TERM_FIELDS = ['state', 'organisation', 'mechanism', 'part', 'from', 'last', 'source'] as const;
export type TermForm = Record<(typeof TERM_FIELDS)[number], string>;

/** What is typed of a meeting. */
export const MEETING_FIELDS = ['day', 'edition', 'place', ...inEach('about'), 'source'] as const;
export type MeetingForm = Record<(typeof MEETING_FIELDS)[number], string>;

/** As long as texts may be, in characters. */
export const LONGEST_TEXT = { name: 160, mandate: 3_000, place: 160, about: 600 };

/** A form with what is known of it, and all else empty. */
export function formWith<Name extends string>(fields: readonly Name[], known: Partial<Record<Name, string>>) {
  return Object.fromEntries(fields.map((field) => [field, known[field] ?? ''])) as Record<Name, string>;
}

/** A form that says what a body says now. */
export function formOfBody(body: BodyDescription): BodyForm {
  return formWith(BODY_FIELDS, {
    ...textFields('name', body.name),
    ...textFields('mandate', body.mandate),
    kind: body.kind,
    mechanism: body.mechanism ?? '',
    from: body.from ?? '',
    last: body.last ?? '',
    endUnknown: body.endUnknown ? 'yes' : '',
    sources: body.sources.map(sourceLine).join('\n'),
  });
}

/** A form that says what a term says now; `organisation` is how its organisation is called, where it is of one. */
export function formOfTerm({ member, part, from, last, source }: Term, organisation: string): TermForm {
  return formWith(TERM_FIELDS, {
    state: member.kind === 'state' ? member.of : '',
    organisation: member.kind === 'organisation' ? organisation : '',
    mechanism: member.kind === 'mechanism' ? member.of : '',
    part,
    from,
    last: last ?? '',
    source: source ? sourceLine(source) : '',
  });
}

const textFields = (name: string, texts: Texts) =>
  Object.fromEntries(LOCALES.map((locale) => [`${name}-${locale}`, texts[locale] ?? '']));

/** A source in one line: what it is called, and its address behind it. */
export function sourceLine({ label, url }: Source): string {
  return [label, url].filter(Boolean).join(' ');
}

/** What was typed of a body, read; or what is wrong with it, field by field. */
export function readBody(form: BodyForm): BodyDescription | Refused {
  const reading = beginReading();
  const kind = form.kind.trim();
  const mechanism = form.mechanism.trim();
  if (!isBodyKind(kind)) reading.complain('kind', { key: 'governance.bad-kind' });
  if (kind === 'mechanism' && !isMechanism(mechanism))
    reading.complain('mechanism', { key: 'governance.mechanism-needed' });
  const name = reading.texts(form, 'name', LONGEST_TEXT.name);
  if (!isWritten(name)) reading.complain('name-en', { key: 'governance.name-needed' });
  const from = reading.day('from', form.from);
  const last = reading.day('last', form.last);
  if (from !== null && !isInOrder({ from, last })) reading.complain('last', { key: 'governance.end-before-beginning' });
  const endUnknown = form.endUnknown !== '';
  if (endUnknown && last !== null) reading.complain('last', { key: 'governance.end-known-or-not' });
  return reading.outcome({
    kind: kind as BodyKind,
    name,
    mandate: reading.texts(form, 'mandate', LONGEST_TEXT.mandate),
    mechanism: kind === 'mechanism' && isMechanism(mechanism) ? mechanism : null,
    from,
    last,
    endUnknown,
    sources: form.sources.split('\n').flatMap((line) => reading.source('sources', line) ?? []),
  });
}

/** A term that was read, but for whose it is where that is an organisation: it is to be found by how it was called. */
export type ReadTerm = Omit<Term, 'id' | 'member'> & { member: Term['member'] | { called: string } };

/** What was typed of a member's time in a body of a kind, read; or what is wrong with it, field by field. */
export function readTerm(kind: BodyKind, form: TermForm): ReadTerm | Refused {
  const reading = beginReading();
  const { kinds, parts } = seatsOf(kind);
  const named = (['state', 'organisation', 'mechanism'] as const).filter((one) => form[one].trim() !== '');
  const [who] = named;
  const of = who === undefined ? '' : form[who].trim();
  const [usual] = kinds;
  if (who === undefined || named.length > 1)
    reading.complain(named[1] ?? usual ?? 'state', { key: 'governance.member-one' });
  else if (!kinds.includes(who)) reading.complain(who, { key: 'governance.member-not-here' });
  else if (who === 'state' && !isCountry(of.toUpperCase())) reading.complain('state', { key: 'people.bad-country' });
  else if (who === 'mechanism' && !isMechanism(of))
    reading.complain('mechanism', { key: 'governance.mechanism-needed' });
  const part = form.part.trim() || parts[0];
  if (!parts.some((one) => one === part)) reading.complain('part', { key: 'governance.bad-part' });
  const from = reading.day('from', form.from);
  const last = reading.day('last', form.last);
  if (from === null && form.from.trim() === '') reading.complain('from', { key: 'governance.beginning-needed' });
  if (from !== null && !isInOrder({ from, last })) reading.complain('last', { key: 'governance.end-before-beginning' });
  return reading.outcome({
    member:
      who === 'organisation'
        ? { called: of }
        : who === 'state'
          ? { kind: who, of: of.toUpperCase() }
          : { kind: 'mechanism', of },
    part: part as Part,
    from: from ?? '',
    last,
    source: reading.source('source', form.source),
  });
}

/** What was typed of a meeting, read; or what is wrong with it, field by field. `editions`: the numbers there are. */
export function readMeeting(form: MeetingForm, editions: readonly number[]): Omit<Meeting, 'id'> | Refused {
  const reading = beginReading();
  const day = reading.day('day', form.day);
  if (day === null && form.day.trim() === '') reading.complain('day', { key: 'governance.day-needed' });
  const asked = form.edition.trim();
  const edition = asked === '' ? null : Number(asked);
  if (edition !== null && !editions.includes(edition)) reading.complain('edition', { key: 'governance.bad-edition' });
  return reading.outcome({
    day: day ?? '',
    edition,
    place: reading.line('place', form.place, LONGEST_TEXT.place),
    about: reading.texts(form, 'about', LONGEST_TEXT.about),
    source: reading.source('source', form.source),
  });
}
