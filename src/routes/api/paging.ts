import type { Complaint } from '#platform/problem.ts';
import { type DraftLine, type Stage, STAGES } from '#forum/drafts/index.ts';
import { MAX_PER_PAGE, PER_PAGE } from '#forum/practices/index.ts';
import { badRequest } from '../answers.ts';
import { lineJson, PRIVATE, slugsOf } from './draft-json.ts';

/** Which page of drafts an address asks for. */
interface DraftQuery {
  stages: Stage[];
  page: number;
  perPage: number;
}

const MOST_PAGES = 1_000_000;

/** Reads what an address asks for of a list of drafts; all else in it but `also` is refused by name. */
export function draftQuery(
  { ctx }: App.Locals,
  url: URL,
  also: Record<string, readonly string[]> = {},
): DraftQuery | Response {
  const complaints: Complaint[] = [];
  const complain = (name: string, key: Complaint['notice']['key'], values: Record<string, string | number>) =>
    complaints.push({ name, notice: { key, values: { name, ...values } } });
  const number = (name: string, otherwise: number, most: number): number => {
    const sent = url.searchParams.get(name);
    const read = sent === null ? otherwise : /^\d{1,7}$/.test(sent) ? Number(sent) : 0;
    if (read < 1 || read > most) complain(name, 'problems.not-a-number', { most, value: (sent ?? '').slice(0, 40) });
    return read;
  };
  for (const name of new Set(url.searchParams.keys())) {
    if (!['stage', 'page', 'perPage', ...Object.keys(also)].includes(name))
      complain(name.slice(0, 80), 'problems.unknown-parameter', { name: name.slice(0, 80) });
    else if (name !== 'stage' && url.searchParams.getAll(name).length > 1) complain(name, 'problems.given-twice', {});
  }
  for (const [name, known] of Object.entries({ stage: STAGES, ...also }))
    if (!url.searchParams.getAll(name).every((value) => (known as readonly string[]).includes(value)))
      complain(name, 'api.must-be-one-of', { known: known.join(', ') });
  const page = number('page', 1, MOST_PAGES);
  const perPage = number('perPage', PER_PAGE, MAX_PER_PAGE);
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  return { stages: [...new Set(url.searchParams.getAll('stage') as Stage[])], page, perPage };
}

/** The answer with one page of drafts. */
export async function draftsAnswer(
  locals: App.Locals,
  { page, perPage }: DraftQuery,
  { total, lines }: { total: number; lines: DraftLine[] },
): Promise<Response> {
  const slugs = await slugsOf(locals, lines);
  const items = lines.map((draft) => lineJson(draft, locals, slugs));
  return Response.json({ total, page, perPage, items }, { headers: PRIVATE });
}
