/** What pages and other rooms may use of requests to replicate a practice. */
export {
  answerRequest,
  askedSince,
  askToReplicate,
  ownerOf,
  ownRequests,
  type Refused,
  requestsFor,
} from './actions.ts';
export { replicationLetters, REQUESTS_PATH } from './letters.ts';
export { ANSWERS, type Answer, type AnswerForm, type AskForm, LONGEST_MESSAGE, LONGEST_PLACE } from './model.ts';
export type { ReplicationRequest } from './store.ts';
