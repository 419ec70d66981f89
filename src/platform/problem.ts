import type { Notice } from './languages.ts';

/** One thing wrong with what was sent: where, what, and what to do, to be said in the reader's language. */
export interface Complaint {
  /** The parameter, field or column, as the sender named it. */
  name: string;
  notice: Notice;
}

/** RFC 9457, "Problem Details for HTTP APIs". */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  errors?: { name: string; detail: string }[];
}

/** The problem as a response of media type application/problem+json. */
export function problemResponse(problem: ProblemDocument, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}
