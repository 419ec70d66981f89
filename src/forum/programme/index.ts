/** What pages and other rooms may use of programmes. */
export { type Format, FORMATS, type Session, type SessionContent } from './model.ts';
