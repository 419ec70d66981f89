/** What pages and commands may use of drafts: sharing a practice, and curating what was shared. */
export {
  beginDraft,
  changePractice,
  draftFor,
  isOpenTo,
  myDrafts,
  ownership,
  restoreVersion,
  saveDraft,
  type Saved,
  takeTurn,
  type TurnRefused,
} from './actions.ts';
export { type CheckState, checklistOf, checksNoted, type NotedCheck } from './checklist.ts';
export { type Given, setChecks } from './answering.ts';
export { attachFiles, type AttachmentChange, changeAttachments, fileFor } from './attachments.ts';
export {
  countryNames,
  type DraftForm,
  emptyForm,
  FORM_FIELDS,
  type FormField,
  formOf,
  type FormReading,
  LIST_FIELDS,
  type ListField,
  readForm,
  REQUIRED,
  type Required,
  settled,
  TEXT_FIELDS,
  type TextField,
  TRANSLATION_FIELDS,
} from './form.ts';
export { draftsForNews, type Happening, HAPPENINGS, happeningsOf, lastAssignment } from './happenings.ts';
export { type DraftItem, ITEM_FIELDS, itemNameOf, itemOf, readItem } from './item.ts';
export { myPage } from './pages.ts';
export { changedFields, type Conflict, isList, mergeForms } from './merge.ts';
export { type Hint, hintsOf } from './hints.ts';
export {
  ALL_TURNS,
  type Check,
  type CheckAnswer,
  CHECKS,
  isHandedIn,
  LONGEST_REMARK,
  type Obstacle,
  OPEN,
  remarkProblem,
  SAID,
  type Stage,
  stageAfter,
  STAGES,
  type Turn,
  TURNS,
  wantsSecond,
} from './model.ts';
export { type DraftNumbers, draftNumbers } from './numbers.ts';
export {
  type Deed,
  DEEDS,
  type DoneToMany,
  queue,
  QUEUE_PAGE,
  QUEUED,
  queuePage,
  reviewMany,
  type Whose,
  WHOSE,
  WITH_OWNER,
} from './queue.ts';
export { rebase, standsAgainst } from './rebase.ts';
export { mayRestore, restorePractice, type Restored } from './restore.ts';
export {
  assign,
  comment,
  curators,
  draftForReview,
  giveSecond,
  lookAfter,
  obstacles,
  publish,
  type Published,
  review,
  settleComment,
  type Standoff,
  wantSecond,
} from './review.ts';
export {
  changeStanding,
  confirmPractice,
  hasOpenDraft,
  type Keeping,
  keepingOf,
  mergePractice,
  practiceToKeep,
  type StandingChange,
  standingChangesFor,
  STANDING_CHANGES,
  type Withdrawal,
  withdrawalAt,
  withdrawPractice,
} from './standing.ts';
export { countDraftsWaiting, draftsWaiting, type Wait, WAITS } from './waiting.ts';
export {
  commentsOf,
  type Draft,
  type DraftComment,
  type DraftLine,
  draftsOfOrganisations,
  type DraftTurn,
  formAt,
  lastTurn,
  turnsOf,
} from './store.ts';
