import type { Context } from '#platform/context.ts';
import { checklistOf, checksNote, type NotedCheck } from './checklist.ts';
import { type Check, type CheckAnswer, CHECKS, remarkProblem } from './model.ts';
import { changeReview } from './review.ts';
import { recordTurn, updateDraft } from './store.ts';

/** What is said of points now; null takes an answer back. A point that is not named stays as it is. */
export type Given = Partial<Record<Check, { holds: boolean; why: string } | null>>;

/** What a curator looked at when answering: the version of the draft, and of each point when its answer was given ('' for none). */
export interface Looked {
  version: number;
  answers?: Partial<Record<Check, string>>;
}

/**
 * Says of points of the checklist whether they hold. `unsaid`: a point that does not hold has no reason, or one too long.
 * `meanwhile`: somebody else answered one of them after the actor looked. Nothing is saved then. Null where there is no such draft
 * that is open for the actor.
 */
export async function setChecks(
  ctx: Context,
  id: string,
  given: Given,
  looked?: Looked,
): Promise<'saved' | 'unsaid' | 'meanwhile' | null> {
  const named = CHECKS.filter((check) => given[check] !== undefined);
  if (named.some((check) => given[check] && !given[check].holds && remarkProblem(given[check].why) !== null))
    return 'unsaid';
  let outcome: 'saved' | 'meanwhile' | null = null;
  await changeReview(ctx, id, async (tx, draft) => {
    const before = draft.checklist;
    const seen = looked?.answers;
    if (seen && named.some((check) => seen[check] !== undefined && seen[check] !== (before[check]?.at ?? ''))) {
      outcome = 'meanwhile';
      return false;
    }
    const states = await checklistOf(tx, draft);
    const version = Math.min(looked?.version ?? draft.version, draft.version);
    const checklist = { ...before };
    const noted: NotedCheck[] = [];
    for (const check of named) {
      const said = given[check] ?? null;
      const why = said === null || said.holds ? '' : said.why.trim();
      if (isSame(before[check], said && { holds: said.holds, why }) && states[check].changed.length === 0) continue;
      if (said === null) delete checklist[check];
      else
        checklist[check] = {
          holds: said.holds,
          why,
          by: ctx.actor.name,
          at: ctx.now.toISOString(),
          draft: draft.id,
          version,
        };
      noted.push({ check, holds: said?.holds ?? null, why });
    }
    outcome = 'saved';
    if (noted.length === 0) return true;
    await updateDraft(tx, id, { checklist });
    await recordTurn(tx, ctx, id, 'check', checksNote(noted));
    return true;
  });
  return outcome;
}

function isSame(before: CheckAnswer | undefined, said: { holds: boolean; why: string } | null): boolean {
  return said === null ? before === undefined : before?.holds === said.holds && before.why === said.why;
}
