import { say } from '#platform/languages.ts';
import {
  ALL_TURNS,
  checklistOf,
  CHECKS,
  type Conflict,
  type Draft,
  type DraftLine,
  draftFor,
  itemNameOf,
  itemOf,
  ownership,
  readForm,
  type Required,
  type Standoff,
  stageAfter,
  TURNS,
} from '#forum/drafts/index.ts';
import { may } from '#forum/people/index.ts';
import { practicesById, practiceWithId } from '#forum/practices/index.ts';
import { noDraft, refusal } from './problems.ts';

/** What every answer about somebody's own is kept by: nobody. */
export const PRIVATE = { 'cache-control': 'private, no-store' };

/** A draft in a list, without its texts. `slugs` are the addresses of practices by id. */
export function lineJson(draft: Draft | DraftLine, { forum }: App.Locals, slugs: ReadonlyMap<string, string>) {
  return {
    id: draft.id,
    title: 'title' in draft ? draft.title : draft.form.title,
    stage: draft.stage,
    version: draft.version,
    practice: (draft.practice && slugs.get(draft.practice)) ?? null,
    state: draft.ownerState,
    author: draft.authorName,
    createdAt: draft.createdAt.toISOString(),
    updatedAt: draft.updatedAt.toISOString(),
    stageSince: draft.stageSince.toISOString(),
    handedInAt: draft.handedInAt?.toISOString() ?? null,
    url: `${forum.settings.origin}/desk/drafts/${draft.id}`,
  };
}

/** The addresses of the practices that drafts are of. */
export async function slugsOf(
  { ctx }: App.Locals,
  drafts: readonly Pick<Draft, 'practice'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(drafts.flatMap(({ practice }) => (practice === null ? [] : [practice])))];
  const slugs = new Map((ids.length === 0 ? [] : await practicesById(ctx.db, ids)).map(({ id, slug }) => [id, slug]));
  // Few are withdrawn or archived, and those are not found together with the others.
  for (const id of ids.filter((one) => !slugs.has(one))) {
    const practice = await practiceWithId(ctx.db, id);
    if (practice) slugs.set(id, practice.slug);
  }
  return slugs;
}

/** A draft with all it says, what is still missing, what cannot be read, and the turns the caller can take. */
export async function draftJson(locals: App.Locals, draft: Draft) {
  const { ctx, forum } = locals;
  const { missing, complaints } = readForm(draft.form);
  return {
    ...lineJson(draft, locals, await slugsOf(locals, [draft])),
    item: itemOf(draft.form),
    attachments: draft.form.attachments.map((one) => ({
      ...one,
      url: `${forum.settings.origin}/files/${one.id}/${encodeURIComponent(one.name)}`,
    })),
    missing: missing.map(missingName),
    errors: complaints.map(({ name, notice }) => ({ name: itemNameOf(name), detail: say(ctx.locale, notice) })),
    checks: await checksJson(locals, draft),
    second: { wanted: draft.secondWanted, given: draft.secondReviewer !== null },
    turns: ALL_TURNS.filter(
      (turn) =>
        stageAfter(draft.stage, turn) !== null &&
        (TURNS[turn].by === 'owner'
          ? may(ctx.actor, 'drafts.write', ownership(draft))
          : may(ctx.actor, 'drafts.review')),
    ),
  };
}

/** The checklist, point by point. Who said what for which reason is for those who curate. */
async function checksJson({ ctx }: App.Locals, draft: Draft) {
  const states = await checklistOf(ctx.db, draft);
  const curates = may(ctx.actor, 'drafts.review');
  return CHECKS.map((name) => {
    const { answer, changed } = states[name];
    return {
      name,
      holds: answer?.holds ?? null,
      at: answer?.at ?? null,
      changedSince: [...new Set(changed.map(itemNameOf))],
      ...(curates && { why: answer?.why ?? '', by: answer?.by ?? null }),
    };
  });
}

/** What is missing, by the field that would say it: a place can be said in several. */
export function missingName(name: Required): string {
  return name === 'where' ? 'countries' : name;
}

/** The answer with a draft as it stands, and its version as its ETag. */
export async function draftAnswer(
  locals: App.Locals,
  id: string,
  status = 200,
  headers: Record<string, string> = {},
): Promise<Response> {
  const draft = await draftFor(locals.ctx, id);
  if (!draft) return noDraft(locals.ctx.locale);
  return Response.json(await draftJson(locals, draft), {
    status,
    headers: { ...PRIVATE, etag: `"${draft.version}"`, ...headers },
  });
}

/** Two texts that stand against each other, by the item's field, each as an item would say it. */
export function conflictJson(conflicts: readonly Conflict[]) {
  return conflicts.map(({ field, theirs, mine }) => ({
    name: itemNameOf(field),
    theirs: valueOf(field, theirs),
    mine: valueOf(field, mine),
  }));
}

function valueOf(field: string, text: string): unknown {
  if (['places', 'partners', 'links', 'evaluations'].includes(field)) return text.split('\n').filter(Boolean);
  if (field === 'start' || field === 'end') return /^\d{4}$/.test(text) ? Number(text) : text || null;
  return field === 'kind' ? text || null : text;
}

/** The version that a request says it has read (`If-Match: "3"`); null where it says none that can be one. */
export function versionAsked({ headers }: Request): number | null {
  const [, number] = /^"(\d{1,9})"$/.exec(headers.get('if-match')?.trim() ?? '') ?? [];
  return number === undefined ? null : Number(number);
}

/** A 409 with both texts of every field in which a draft and the catalogue stand against each other, and the versions of both to bring together. */
export function standoffAnswer({ ctx }: App.Locals, { conflicts, version, practiceVersion }: Standoff): Response {
  const more = { version, practiceVersion, conflicts: conflictJson(conflicts) };
  return refusal(ctx.locale, 409, { key: 'api.catalogue-conflict' }, more, { etag: `"${version}"` });
}

/** A 412 with both texts of every field that two changed, and the version to go on from. */
export function conflictAnswer({ ctx }: App.Locals, version: number, conflicts: readonly Conflict[]): Response {
  return refusal(
    ctx.locale,
    412,
    { key: conflicts.length > 0 ? 'api.conflict' : 'api.no-such-version' },
    { version, conflicts: conflictJson(conflicts) },
    { etag: `"${version}"` },
  );
}
