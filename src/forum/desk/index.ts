/** What other rooms and pages may use of the desk: what waits on somebody, what is theirs, and how the work goes. */
export { deskNumbers, type DeskNumbers } from './numbers.ts';
export { keeperOf, ownDrafts, ownPractices } from './own.ts';
export { type ColleagueDraft, organisationWork } from './organisation.ts';
export { type Waiting, waitingCount, waitingOn } from './waiting.ts';
