/** What pages and other rooms may use of planning: an edition's year, and the way from one edition to the next. */
export { addMilestone, changeMilestone, removeMilestone, setDone } from './actions.ts';
export { endFeed, feedSince, makeFeed, ownerOfFeed } from './feed.ts';
export { type ChairPerson, type Handover, handoverNow, handOverEdition, tick, type Tick, TICKS } from './handover.ts';
export { type Leftovers, leftoversOf, type Some } from './leftovers.ts';
export {
  dayAfter,
  daysBetween,
  dayText,
  formOfMilestone,
  isOwedBy,
  type Milestone,
  MILESTONE_FIELDS,
  MILESTONE_KINDS,
  type MilestoneContent,
  type MilestoneForm,
  owesOf,
  type Standing,
  standingOn,
} from './model.ts';
export { isWeekend, type Moving } from './moving.ts';
export { type Correction, CORRECTED_FIELDS, type NextForm, openNext, type Proposed, proposeNext } from './opening.ts';
export { planningJobs, planningLetters } from './reminding.ts';
export { milestonesOf, milestoneWithId } from './store.ts';
export { milestonesWaiting } from './waiting.ts';
