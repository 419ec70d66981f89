/** What other rooms, pages and commands may use of people. */
export {
  askErasure,
  changeOwn,
  endRole,
  handOver,
  invite,
  type InvitationForm,
  ownData,
  peopleSeenBy,
  type Refused,
  subjectOf,
} from './actions.ts';
export {
  type Action,
  ACTIONS,
  type Condition,
  demand,
  may,
  mayEver,
  NotPermitted,
  OPERATOR,
  type Standing,
  STANDINGS,
  standingsOf,
  statesOf,
  type Subject,
} from './authority.ts';
export { peopleLetters } from './letters.ts';
export { dayOf, isRole, MECHANISMS, type Role, ROLES, rolesOn, runsOn, scopeOf } from './model.ts';
export { mechanismName, roleName } from './names.ts';
export { startLink } from './start.ts';
export { actorOf, actorsOn, allPersons, type Person, personOfAccount, whoMay } from './store.ts';
