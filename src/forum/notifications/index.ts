/** What pages and the server may use of notifications: who is told of what, and how it reaches them. */
export {
  chooseMail,
  mailChoice,
  markAllRead,
  type News,
  newsFor,
  newsLead,
  openNews,
  ownNews,
  unreadCount,
} from './actions.ts';
export { notificationJobs } from './jobs.ts';
export { notificationLetters } from './letters.ts';
export { tellWhatHappened } from './telling.ts';
export { newsText } from './words.ts';
export type { Kind } from './model.ts';
export { isRhythm, type Rhythm, RHYTHMS } from './rhythm.ts';
