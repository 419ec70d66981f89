/** What pages and other rooms may use of the Forum's bodies. */
export {
  addMeeting,
  addTerm,
  changeMembership,
  changeTerm,
  createBody,
  describeBody,
  removeMeeting,
  removeTerm,
  setBodyHidden,
} from './actions.ts';
export { type Balance, balanceOf, type GroupBalance } from './balance.ts';
export { dayBefore, firstDayOf, lastDayOf, readWholeDay, type RoughDay, takesIn } from './days.ts';
export {
  BODY_FIELDS,
  type BodyForm,
  formOfBody,
  formOfTerm,
  formWith,
  MEETING_FIELDS,
  type MeetingForm,
  TERM_FIELDS,
  type TermForm,
} from './form.ts';
export { type MembershipChange, readChange, statesAround, withMembers } from './membership.ts';
export {
  type Body,
  type BodyContent,
  BODY_KINDS,
  type BodyKind,
  type BodyState,
  friendsOn,
  type Meeting,
  type Member,
  MEMBER_KINDS,
  type MemberKind,
  membersOn,
  type Part,
  PARTS,
  seatsOf,
  stateOn,
  statesAmong,
  type Term,
} from './model.ts';
export { allBodies, bodyAt } from './store.ts';
export { editionOn, troikaOn } from './troika.ts';
