/** What pages and commands may use of drafts: sharing a practice, and curating what was shared. */
export {
  beginDraft,
  changePractice,
  draftFor,
  myDrafts,
  ownership,
  restoreVersion,
  saveDraft,
  type Saved,
  takeTurn,
  type TurnRefused,
} from './actions.ts';
export { attachFiles, type AttachmentChange, changeAttachments, fileFor } from './attachments.ts';
export {
  countryNames,
  type DraftForm,
  emptyForm,
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
export { changedFields, type Conflict, isList, mergeForms } from './merge.ts';
export {
  ALL_TURNS,
  type Check,
  CHECKS,
  isWritable,
  type Obstacle,
  OPEN,
  type Stage,
  stageAfter,
  STAGES,
  type Turn,
  TURNS,
} from './model.ts';
export { type DraftNumbers, draftNumbers } from './numbers.ts';
export {
  assign,
  comment,
  giveSecond,
  obstacles,
  publish,
  type Published,
  queue,
  rebase,
  review,
  setChecks,
  settleComment,
  wantSecond,
} from './review.ts';
export {
  changeStanding,
  confirmPractice,
  mergePractice,
  type StandingChange,
  standingChangesFor,
  STANDING_CHANGES,
} from './standing.ts';
export { countDraftsWaiting, draftsWaiting, type Wait, WAITS } from './waiting.ts';
export {
  commentsOf,
  type Draft,
  type DraftComment,
  type DraftLine,
  type DraftTurn,
  formAt,
  lastTurn,
  turnsOf,
} from './store.ts';
