import type { Actor } from '#platform/context.ts';
import { isRole, type Role, ROLES } from './model.ts';
import { UNIT_NAME } from './names.ts';

/** Everybody there is: a visitor, somebody signed in without any role, and the roles. */
export const STANDINGS = ['visitor', 'signed-in', ...ROLES] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * On what somebody may do it: on anything, on what belongs to the state or takes part through the mechanism they are of, on what is
 * their own alone.
 */
export type Condition = 'any' | 'own-state' | 'own-mechanism' | 'own';

/** What an action is done to, as far as permission depends on it. What belongs to a state has no other owner. */
export interface Subject {
  state?: string | null;
  mechanism?: string | null;
  account?: string | null;
}

type Grants = Partial<Record<Standing, Condition>>;

const OFFICE: Grants = { 'support-unit': 'any', administrator: 'any' };
const CURATORS: Grants = { ...OFFICE, curator: 'any' };
/** Those who have practices to share. What a focal point writes is her state's; what the others write is their own. */
const SHARERS: Grants = {
  contributor: 'own',
  'focal-point': 'own-state',
  'mechanism-coordinator': 'own',
  rapporteur: 'own',
  chair: 'own',
};

/** Those who prepare an edition. */
const HOSTS: Grants = { ...OFFICE, chair: 'any' };

/**
 * Who may do what: the only place where it is said. Every action asks `demand` with its name in this table; routes/access.ts opens its
 * pages by the same table; docs/permissions.md is this table for people to read, and a test holds them together.
 */
export const ACTIONS = {
  /** Read what is public. */
  'catalogue.read': { visitor: 'any' },
  /** Ask for a way in, and use it. */
  'sign-in': { visitor: 'any' },
  /** See whether the service is well: figures of the process, nothing of persons. */
  'service.watch': { visitor: 'any' },
  'practices.import': OFFICE,
  /** Share a practice or change one, in drafts that nobody else sees: write, hand in, answer, put away. */
  'drafts.write': { ...CURATORS, ...SHARERS },
  /** Read drafts: one's own, one's state's. */
  'drafts.read': { ...CURATORS, ...SHARERS },
  /** See what was handed in; review it, ask, publish. */
  'drafts.review': CURATORS,
  /** Say that a practice is still as described; withdraw or archive it. */
  'practices.keep': { ...CURATORS, ...SHARERS },
  /** Merge practices. */
  'practices.curate': CURATORS,
  /** Publish again what was withdrawn or archived, as it was. */
  'practices.publish-again': CURATORS,
  /** Ask whoever is responsible for a practice how to take it up elsewhere: in one's own name. */
  'replication.ask': { 'signed-in': 'own' },
  /** See what places ask about a practice, and answer: its owner, and those who look after the catalogue. */
  'replication.answer': { ...CURATORS, 'focal-point': 'own-state', 'signed-in': 'own' },
  /** See what waits on oneself, be told what happened, say how often by mail. */
  'desk.use': { 'signed-in': 'own' },
  /**
   * See on the desk what colleagues of the organisation one belongs to work on and what it has shared: titles and where they stand. It opens
   * nothing: a draft is read by whoever may read that draft.
   */
  'desk.organisation': {
    contributor: 'own',
    'focal-point': 'own',
    'mechanism-coordinator': 'own',
    rapporteur: 'own',
    chair: 'own',
    curator: 'own',
    'support-unit': 'own',
    administrator: 'own',
  },
  /** See how the work goes on the whole: how many were handed in, how long they wait. */
  'desk.numbers': OFFICE,
  /** See who holds which role; the address of those one may invite. */
  'people.see': { ...OFFICE, 'focal-point': 'own-state' },
  /** Give somebody a role, with an account to sign in with. A focal point: to colleagues of her own state. */
  'people.invite': { ...OFFICE, 'focal-point': 'own-state' },
  /** End somebody's role. */
  'people.end-role': { ...OFFICE, 'focal-point': 'own-state' },
  /** Hand a focal point's post to a successor. */
  'people.hand-over': { ...OFFICE, 'focal-point': 'own-state' },
  /** Open somebody's file, and say which organisation they belong to. */
  'people.look-after': OFFICE,
  /** Give the account of somebody who has lost a mailbox another address, after asking by other means. */
  'people.change-address': OFFICE,
  /** Carry out an erasure, and see which were. */
  'people.erase': OFFICE,
  /** Describe an organisation: one of one's own state, one of one's own mechanism. */
  'organisations.edit': { ...OFFICE, 'focal-point': 'own-state', 'mechanism-coordinator': 'own-mechanism' },
  /** Say that two organisations are one. */
  'organisations.merge': OFFICE,
  /** Look somebody up in the directory: each contact says what is to be seen there. */
  'directory.read': {
    ...OFFICE,
    'focal-point': 'any',
    'mechanism-coordinator': 'any',
    curator: 'any',
    chair: 'any',
  },
  /** Take the directory along as a file. */
  'directory.export': { ...OFFICE, chair: 'any' },
  /** Say what is to be seen of oneself in the directory, and by whom. */
  'directory.own-entry': { 'signed-in': 'own' },
  /** Describe an edition, its programme of sessions and its themes; open the next one, hand over. */
  'editions.edit': HOSTS,
  /** Add a theme to the Forum's, describe one. */
  'themes.edit': { ...CURATORS, chair: 'any' },
  /** Say who sits in which body of the Forum, from when until when; try a change of the Steering Group's balance. */
  'governance.edit': HOSTS,
  /** Write down what was heard in a session, without who said it, and what was recommended. */
  'observations.write': { ...HOSTS, rapporteur: 'any' },
  /** Make a survey, open and close it, invite and remind. */
  'survey.build': HOSTS,
  /** Answer a survey: one response a state, one a mechanism. */
  'survey.answer': { 'focal-point': 'own-state', 'mechanism-coordinator': 'own-mechanism' },
  /** Enter a late answer on a state's behalf. */
  'survey.answer-for': OFFICE,
  /** See a survey's results before they are published, and publish them. */
  'survey.results': HOSTS,
  /** See the year's milestones with what is due and who owes it. */
  'planning.see': { 'signed-in': 'own' },
  /** Set milestones, say who owes what. */
  'planning.edit': HOSTS,
  /** Hand the Forum over from one edition's chair to the next one's. */
  'planning.hand-over': OFFICE,
  /** Put publications into the library. */
  'library.edit': { ...CURATORS, chair: 'any' },
  /** See and end where one is signed in, set how one signs in, change name, language and address. */
  'account.manage': { 'signed-in': 'own' },
  /** Take one's own data along. */
  'account.export': { 'signed-in': 'own' },
  /** Ask for one's data to be erased, or take that back. */
  'account.ask-erasure': { 'signed-in': 'own' },
} as const satisfies Record<string, Grants>;
export type Action = keyof typeof ACTIONS;

/** The actor may not do this. A door that lets it come to this has a fault: it is to refuse before. */
export class NotPermitted extends Error {}

/** Throws `NotPermitted` unless the actor may do this to the subject. */
export function demand(actor: Actor, action: Action, subject: Subject = {}): void {
  if (!may(actor, action, subject)) throw new NotPermitted(`${standingsOf(actor).join(', ')} may not: ${action}`);
}

/** Whether the actor may do this to the subject. */
export function may(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const grants: Grants = ACTIONS[action];
  const reach = reachOf(actor, action);
  if (reach === 'nothing' || (reach === 'own' && !isOwn(actor, subject))) return false;
  return standingsOf(actor).some((standing) => {
    const condition = grants[standing];
    if (condition === 'any') return true;
    if (condition === 'own') return actor.account !== null && subject.account === actor.account;
    if (condition === 'own-state') return isOf(actor, standing, subject.state);
    if (condition === 'own-mechanism') return isOf(actor, standing, subject.mechanism);
    return false;
  });
}

/** Whether the table gives an action to a standing by itself, on anything or something. */
export function isGranted(action: Action, standing: Standing): boolean {
  return (ACTIONS[action] as Grants)[standing] !== undefined;
}

/** Whether an actor holds a role of exactly this state or mechanism. */
function isOf(actor: Actor, standing: Standing, what: string | null | undefined): boolean {
  return typeof what === 'string' && actor.roles.some(({ role, of }) => role === standing && of === what);
}

/** Whether there may be anything at all the actor may do this to: who sees the door to it. */
export function mayEver(actor: Actor, action: Action): boolean {
  return reachOf(actor, action) !== 'nothing' && standingsOf(actor).some((standing) => isGranted(action, standing));
}

/** The roles whose holders may do this to anything at all. */
export function rolesWith(action: Action): Role[] {
  return ROLES.filter((role) => isGranted(action, role));
}

/** Whether a text names an action of the table. */
export function isAction(text: string): text is Action {
  return Object.hasOwn(ACTIONS, text);
}

/** How far a personal token lets its owner do this; without one, as far as the owner may. What a visitor may needs no token. */
function reachOf({ token }: Actor, action: Action): 'any' | 'own' | 'nothing' {
  const grants: Grants = ACTIONS[action];
  return token === undefined || grants.visitor !== undefined ? 'any' : (token.limits[action] ?? 'nothing');
}

/** Whether something is the actor's own, or of a state the actor is focal point of. */
function isOwn(actor: Actor, { state, account }: Subject): boolean {
  if (typeof account === 'string' && account === actor.account) return true;
  return typeof state === 'string' && statesOf(actor).includes(state);
}

/** What an actor is: whoever is signed in may do what a visitor may, and what each of the roles held may. */
export function standingsOf(actor: Actor): Standing[] {
  const roles = actor.roles.map(({ role }) => role).filter((role): role is Role => isRole(role));
  return ['visitor', ...(actor.account === null ? [] : ['signed-in' as const]), ...new Set(roles)];
}

/** The states an actor is focal point of. */
export function statesOf(actor: Actor): string[] {
  return actor.roles.flatMap(({ role, of }) => (role === 'focal-point' && of !== null ? [of] : []));
}

/**
 * The operator, who acts through the command line: whoever may read the data folder can do everything anyway. In the versions it
 * stands as the Support Unit, whose work it is.
 */
export const OPERATOR: Actor = {
  account: null,
  name: UNIT_NAME,
  roles: [
    { role: 'support-unit', of: null },
    { role: 'administrator', of: null },
  ],
};
