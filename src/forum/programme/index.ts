/** What pages and other rooms may use of programmes. */
export { changeSession, createSession, hideSession, type SessionVersion } from './actions.ts';
export {
  allSessions,
  MOST_SESSIONS_PER_PAGE,
  parseSessionFilter,
  type SessionFilter,
  SESSIONS_PER_PAGE,
} from './filter.ts';
export { emptySession, formOfSession, readSession, type SessionForm } from './form.ts';
export { type Format, FORMATS, isFormat, type Session, type SessionContent } from './model.ts';
export {
  findSessions,
  MOST_SESSIONS,
  sessionAt,
  sessionCounts,
  sessionsLike,
  sessionsOf,
  sessionsOnTheme,
  sessionsWithIds,
  sessionThemeCounts,
  themedSessions,
} from './store.ts';
