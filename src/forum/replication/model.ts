import type { Complaint } from '#platform/problem.ts';

/** What the owner of a practice can say to a place that would like to take it up. Neither binds anybody. */
export const ANSWERS = ['yes', 'not-now'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What is typed to ask, and to answer, as it was typed. */
export interface AskForm {
  place: string;
  message: string;
}
export interface AnswerForm {
  answer: string;
  text: string;
}

/** As long as they may be, in characters. */
export const LONGEST_PLACE = 200;
export const LONGEST_MESSAGE = 4_000;

/** A question as it is kept, or what is wrong with what was typed. */
export function readAsk(form: AskForm): AskForm | { complaints: Complaint[] } {
  const place = onOneLine(form.place);
  const message = form.message.trim();
  const complaints: Complaint[] = [];
  if (place === '') complaints.push({ name: 'place', notice: { key: 'replication.no-place' } });
  if (message === '') complaints.push({ name: 'message', notice: { key: 'replication.no-message' } });
  complaints.push(...tooLong('place', place, LONGEST_PLACE), ...tooLong('message', message, LONGEST_MESSAGE));
  return complaints.length > 0 ? { complaints } : { place, message };
}

/** An answer as it is kept, or what is wrong with what was typed. */
export function readAnswer(form: AnswerForm): { answer: Answer; text: string } | { complaints: Complaint[] } {
  const answer = ANSWERS.find((known) => known === form.answer);
  const text = form.text.trim();
  const complaints = tooLong('text', text, LONGEST_MESSAGE);
  if (!answer) return { complaints: [{ name: 'answer', notice: { key: 'replication.answer-choose' } }, ...complaints] };
  return complaints.length > 0 ? { complaints } : { answer, text };
}

function tooLong(name: string, text: string, most: number): Complaint[] {
  const count = [...text].length;
  return count > most ? [{ name, notice: { key: 'replication.too-long', values: { count, most } } }] : [];
}

const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
