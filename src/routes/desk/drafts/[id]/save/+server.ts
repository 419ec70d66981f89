import { translate } from '#platform/languages.ts';
import { readForm, saveDraft } from '#forum/drafts/index.ts';
import { problemsOf } from '../../../../forms.ts';
import { momentText } from '../../head.ts';
import { FIELDS, isStep, typedIn } from '../../steps.ts';
import type { RequestHandler } from './$types';

/**
 * Saves what is typed on the page of one subject, while it is typed (static/drafts.js): with the number of the version that was
 * read. Answers with the new number; with 409 where the same text was changed by somebody else, or it is not the time to write.
 */
export const POST: RequestHandler = async ({ locals, params, request, url }) => {
  const { ctx } = locals;
  const step = url.searchParams.get('step') ?? '';
  const sent = await request.formData();
  const base = Number(sent.get('version'));
  if (!isStep(step) || !Number.isInteger(base) || base < 1) return answer(400, {});
  const saved = await saveDraft(ctx, params.id, base, typedIn(step, sent));
  if (saved === null) return answer(404, {});
  if (saved.outcome === 'stale') return answer(409, { message: translate(ctx.locale, 'drafts.not-writable') });
  const { version } = saved;
  if (saved.outcome === 'conflict') return answer(409, { message: translate(ctx.locale, 'drafts.conflict'), version });
  const wrong = readForm(saved.form).complaints.filter(({ name }) => FIELDS[step].includes(name));
  return answer(200, {
    version,
    message: translate(ctx.locale, 'drafts.saved-at', { when: momentText(ctx.now, locals) }),
    problems: problemsOf(locals, wrong),
  });
};

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });
