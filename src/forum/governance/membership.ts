import { isCountry } from '#vocab/countries.ts';
import type { Complaint } from '#platform/problem.ts';
import type { Refused } from '../people/index.ts';
import { dayBefore, readWholeDay } from './days.ts';
import { type BodyContent, clashOf, inOrder, membersOn, statesAmong, type Term } from './model.ts';

/** States that leave and join on one day: the first day on which the new members sit and the leaving ones no more. */
export interface MembershipChange {
  day: string;
  add: string[];
  remove: string[];
}

/**
 * Reads a proposed change against those who sit on its day: each code a country, nobody joining who is there already, nobody leaving who is not.
 * The states are named once each, in the order of their codes.
 */
export function readChange(
  terms: readonly Term[],
  sent: { day: string; add: readonly string[]; remove: readonly string[] },
): MembershipChange | Refused {
  const complaints: Complaint[] = [];
  const day = readWholeDay(sent.day);
  if (day === null)
    complaints.push({
      name: 'day',
      notice: { key: 'governance.bad-whole-day', values: { text: sent.day.slice(0, 40) } },
    });
  const codes = (name: 'add' | 'remove') => {
    const asked = [...new Set(sent[name].map((code) => code.trim().toUpperCase()))].filter(Boolean).sort();
    if (!asked.every(isCountry)) complaints.push({ name, notice: { key: 'people.bad-country' } });
    return asked;
  };
  const [add, remove] = [codes('add'), codes('remove')];
  if (complaints.length === 0 && day !== null) {
    const present = statesAmong(membersOn(terms, dayBefore(day)));
    const already = add.filter((state) => present.includes(state));
    const absent = remove.filter((state) => !present.includes(state));
    if (already.length > 0)
      complaints.push({
        name: 'add',
        notice: { key: 'governance.member-already', values: { list: already.join(', ') } },
      });
    if (absent.length > 0)
      complaints.push({
        name: 'remove',
        notice: { key: 'governance.member-absent', values: { list: absent.join(', ') } },
      });
  }
  return complaints.length > 0 ? { complaints } : { day: day ?? '', add, remove };
}

/** The states that sit the day before a change, and on its day with the change and all that was to begin and end by then anyway. */
export function statesAround(
  terms: readonly Term[],
  changed: readonly Term[],
  day: string,
): { before: string[]; after: string[] } {
  return {
    before: statesAmong(membersOn(terms, dayBefore(day))).sort(),
    after: statesAmong(membersOn(changed, day)).sort(),
  };
}

/** The terms after a change: those of who leaves end the day before, those of who joins begin. All of it, or what stands against it. */
export function withMembers(
  { terms }: Pick<BodyContent, 'terms'>,
  sent: MembershipChange,
  newId: () => string,
): { terms: Term[] } | Refused {
  const change = readChange(terms, sent);
  if ('complaints' in change) return change;
  const { day, add, remove } = change;
  if (add.length + remove.length === 0) return refused('add', 'governance.change-nothing', []);
  const last = dayBefore(day);
  const leaving = membersOn(terms, last).filter(({ member }) => remove.includes(member.of));
  const rest = terms.map((term) => (leaving.includes(term) ? { ...term, last } : term));
  const joining = add.map((of): Term => ({
    id: newId(),
    member: { kind: 'state', of },
    part: 'member',
    from: day,
    last: null,
    source: null,
  }));
  const clashing = joining.filter((term) => clashOf(rest, term));
  if (clashing.length > 0) return refused('add', 'governance.member-later', statesAmong(clashing));
  return { terms: inOrder([...rest, ...joining]) };
}

const refused = (name: string, key: Complaint['notice']['key'], list: readonly string[]): Refused => ({
  complaints: [{ name, notice: { key, values: { list: list.join(', ') } } }],
});
