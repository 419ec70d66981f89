import type { Texts } from '#vocab/texts.ts';
import type { Source } from '../editions/index.ts';
import type { Mechanism } from '../people/index.ts';
import { firstDayOf, lastDayOf, overlap, type RoughDay, type Span, takesIn } from './days.ts';

/** What a body can be (PRODUCT.md, "Words"), in the order in which they are shown. */
export const BODY_KINDS = [
  'troika',
  'steering-group',
  'friends',
  'advisory-group',
  'working-group',
  'mechanism',
  'support-unit',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Whether a text is a kind of body. */
export function isBodyKind(text: string): text is BodyKind {
  return BODY_KINDS.some((kind) => kind === text);
}

/** The kinds of which the Forum has one each. */
export const SINGLE_KINDS: readonly BodyKind[] = ['troika', 'steering-group', 'friends', 'support-unit'];

/** Who can sit in a body. Persons never: who coordinates or works for it is said by their role (forum/people), and only where they show it. */
export const MEMBER_KINDS = ['state', 'organisation', 'mechanism'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** A member: a state (ISO 3166-1 alpha-2), an organisation (its id), or a mechanism. */
export interface Member {
  kind: MemberKind;
  of: string;
}

/** As what a member sits in a body. */
export const PARTS = ['chair', 'co-chair', 'coordinator', 'member', 'observer'] as const;
export type Part = (typeof PARTS)[number];

/**
 * Who can sit in each kind of body, and as what, the usual first. The Troika has no terms: it is derived from who chairs the editions
 * (rule 6). The Support Unit has people by their role.
 */
const SEATS: Record<BodyKind, { kinds: readonly MemberKind[]; parts: readonly Part[] }> = {
  troika: { kinds: [], parts: [] },
  'steering-group': { kinds: ['state'], parts: ['member'] },
  friends: { kinds: ['state', 'organisation'], parts: ['member', 'observer'] },
  'advisory-group': { kinds: MEMBER_KINDS, parts: ['member', 'chair', 'co-chair'] },
  'working-group': { kinds: MEMBER_KINDS, parts: ['member', 'co-chair'] },
  mechanism: { kinds: ['organisation'], parts: ['coordinator', 'member'] },
  'support-unit': { kinds: [], parts: [] },
};

/** Who can sit in a body of a kind, and as what; nobody where its members are not written down but derived. */
export function seatsOf(kind: BodyKind): { kinds: readonly MemberKind[]; parts: readonly Part[] } {
  return SEATS[kind];
}

/** Somebody's time in a body; the last day is one still. */
export interface Term extends Span {
  id: string;
  member: Member;
  part: Part;
  source: Source | null;
}

/** A meeting of a body. */
export interface Meeting {
  id: string;
  day: RoughDay;
  /** The number of the edition under which it met; null where it is not said. */
  edition: number | null;
  /** Where: empty where it is not known. */
  place: string;
  /** What it was about. */
  about: Texts;
  source: Source | null;
}

/** What is kept of a body, apart from who sits in it and when it met. */
export interface BodyDescription {
  kind: BodyKind;
  name: Texts;
  /** What it is for, in a few sentences. */
  mandate: Texts;
  /** Which mechanism, where it is one; null for all others. */
  mechanism: Mechanism | null;
  /** When it was set up; null where that is not written down anywhere. */
  from: RoughDay | null;
  /** When its work ended; null while it goes on. */
  last: RoughDay | null;
  /** It is not known whether it still works: it was set up, and no end is written down. */
  endUnknown: boolean;
  sources: Source[];
}

/** All that a version holds of a body. */
export interface BodyContent extends BodyDescription {
  terms: Term[];
  meetings: Meeting[];
}

/** A body as it is kept. */
export interface Body extends BodyContent {
  id: string;
  slug: string;
  hiddenAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** How a body stands on a day. */
export type BodyState = 'not-yet' | 'works' | 'unknown' | 'ended';

/** How a body stands on a day. One whose beginning is not known has been there for as long as anything is known. */
export function stateOn(
  { from, last, endUnknown }: Pick<BodyDescription, 'from' | 'last' | 'endUnknown'>,
  day: string,
): BodyState {
  if (from !== null && day < firstDayOf(from)) return 'not-yet';
  if (last !== null && day > lastDayOf(last)) return 'ended';
  return endUnknown ? 'unknown' : 'works';
}

/** Two members are one. */
export function isSame(one: Member, other: Member): boolean {
  return one.kind === other.kind && one.of === other.of;
}

/** The terms that run on a day: each member has one at most. */
export function membersOn(terms: readonly Term[], day: string): Term[] {
  return terms.filter((term) => takesIn(term, day));
}

/** The states among members, each once. */
export function statesAmong(terms: readonly Pick<Term, 'member'>[]): string[] {
  return [...new Set(terms.flatMap(({ member }) => (member.kind === 'state' ? [member.of] : [])))];
}

/** The states that are Friends of the Forum on a day; null where nobody wrote down who is. */
export function friendsOn(bodies: readonly Pick<Body, 'kind' | 'terms'>[], day: string): string[] | null {
  const friends = bodies.find(({ kind }) => kind === 'friends');
  const states = friends ? statesAmong(membersOn(friends.terms, day)) : [];
  return states.length > 0 ? states : null;
}

/** The term with which one would overlap: nobody sits in a body twice on one day. Null where there is none. */
export function clashOf(terms: readonly Term[], wanted: Pick<Term, 'id' | 'member' | 'from' | 'last'>): Term | null {
  return (
    terms.find(
      ({ id, member, ...span }) => id !== wanted.id && isSame(member, wanted.member) && overlap(span, wanted),
    ) ?? null
  );
}

/** Terms in the order of time, the first one first; of one day by who they are, so that the order they were entered in changes nothing. */
export function inOrder(terms: readonly Term[]): Term[] {
  const key = ({ from, member, id }: Term) =>
    `${firstDayOf(from)} ${MEMBER_KINDS.indexOf(member.kind)} ${member.of} ${id}`;
  return [...terms].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Two bodies in the order in which they are shown: by kind, then the younger before the older. */
export function compareBodies(one: BodyDescription, other: BodyDescription): number {
  return (
    BODY_KINDS.indexOf(one.kind) - BODY_KINDS.indexOf(other.kind) || (other.from ?? '').localeCompare(one.from ?? '')
  );
}
