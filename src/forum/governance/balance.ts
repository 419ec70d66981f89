import { AREAS } from '#vocab/countries.ts';
import { type GroupCode, GROUPS } from '#vocab/groups.ts';

/** A regional group's part of the Steering Group beside its part of the membership. */
export interface GroupBalance {
  group: GroupCode;
  /** How many states of it are members of the United Nations. */
  membership: number;
  /** How many of it are Friends of the Forum; null where nobody wrote down who is. */
  friends: number | null;
  /** Its states in the Steering Group, by code. */
  states: string[];
  /** How many seats would be its share exactly: seats times its part of the membership. */
  share: number;
  /** The whole number of seats due to it. */
  due: number;
  /** Seats beyond what is due (above zero) or short of it (below). */
  over: number;
}

/** The balance of a Steering Group. */
export interface Balance {
  /** The seats that are counted: of states that are in a group. */
  seats: number;
  groups: GroupBalance[];
  /** Members that are in no regional group, such as observer states: they are not counted. */
  apart: string[];
}

/** The group of each member state of the United Nations. */
const GROUP_OF = new Map(AREAS.flatMap(({ code, group }) => (group ? [[code, group] as const] : [])));
/** How many of them are in each group. */
const MEMBERSHIP = countByGroup([...GROUP_OF.keys()]);

/**
 * A Steering Group over the five UN regional groups, against their parts of the 193 member states. What is due to each is worked out
 * by the largest remainder (Hamilton's rule): every group has the whole part of its share, and the seats that are left go one each to the largest
 * fractions; of equal ones to the group with more member states, then by the name of its code. A state counts once, whatever the order.
 */
export function balanceOf(states: readonly string[], friends: readonly string[] | null = null): Balance {
  const once = [...new Set(states)].sort();
  const counted = once.filter((state) => GROUP_OF.has(state));
  const due = apportion(counted.length, MEMBERSHIP);
  const whole = [...MEMBERSHIP.values()].reduce((sum, count) => sum + count, 0);
  const among = friends && countByGroup([...new Set(friends)]);
  return {
    seats: counted.length,
    groups: GROUPS.map(({ code: group }) => {
      const own = counted.filter((state) => GROUP_OF.get(state) === group);
      const membership = MEMBERSHIP.get(group)!;
      return {
        group,
        membership,
        friends: among && among.get(group)!,
        states: own,
        share: (counted.length * membership) / whole,
        due: due.get(group)!,
        over: own.length - due.get(group)!,
      };
    }),
    apart: once.filter((state) => !GROUP_OF.has(state)),
  };
}

function countByGroup(states: readonly string[]): Map<GroupCode, number> {
  return new Map(GROUPS.map(({ code }) => [code, states.filter((state) => GROUP_OF.get(state) === code).length]));
}

/** Seats over groups by the largest remainder; see `balanceOf`. Weights must not all be zero. */
export function apportion<Code extends string>(seats: number, weights: ReadonlyMap<Code, number>): Map<Code, number> {
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  // In whole numbers, so that two fractions that are equal are found equal.
  const given = [...weights].map(([code, weight]) => ({
    code,
    weight,
    seats: Math.floor((seats * weight) / whole),
    rest: (seats * weight) % whole,
  }));
  const left = seats - given.reduce((sum, one) => sum + one.seats, 0);
  const first = [...given].sort(
    (one, other) => other.rest - one.rest || other.weight - one.weight || (one.code < other.code ? -1 : 1),
  );
  for (const one of first.slice(0, left)) one.seats += 1;
  return new Map(given.map(({ code, seats: number }) => [code, number]));
}
