import { translate } from '#platform/languages.ts';
import {
  ALL_TURNS,
  draftFor,
  itemNameOf,
  publish,
  review,
  SAID,
  takeTurn,
  type Turn,
  TURNS,
} from '#forum/drafts/index.ts';
import { may } from '#forum/people/index.ts';
import { fieldsOf, noteIn } from '../../../../body.ts';
import { draftAnswer, missingName, standoffAnswer } from '../../../../draft-json.ts';
import { scopeMissing } from '../../../../gate.ts';
import { errorsOf, noDraft, refusal, unreadable } from '../../../../problems.ts';
import type { RequestHandler } from './$types';

const turnIn = (value: unknown): Turn | undefined => ALL_TURNS.find((turn) => turn === value);

/** Takes a turn of the owner's, or of those who curate. */
export const POST: RequestHandler = async (event) => {
  const { locals, params } = event;
  const { ctx } = locals;
  const { locale } = ctx;
  const draft = await draftFor(ctx, params.id);
  if (!draft) return noDraft(locale);
  const read = await fieldsOf(event, { turn: turnIn, note: noteIn });
  if (read instanceof Response) return read;
  const { turn, note } = read.said;
  const { by } = TURNS[turn];
  const scope = by === 'owner' ? 'drafts:write' : 'review';
  if (ctx.actor.token && !ctx.actor.token.scopes.includes(scope)) return scopeMissing(locals, [scope]);
  if (by === 'curator' && !may(ctx.actor, 'drafts.review'))
    return refusal(locale, 404, { key: 'api.not-your-turn', values: { turn } });
  if (SAID.includes(turn) && note === '')
    return unreadable(locale, [{ name: 'note', notice: { key: 'api.say-why', values: { turn } } }]);
  const notNow = () =>
    refusal(locale, 409, { key: 'api.turn-not-now', values: { turn, stage: draft.stage } }, { stage: draft.stage });
  if (turn === 'publish') {
    const published = await publish(ctx, draft.id);
    if (published === null) return noDraft(locale);
    if (published.outcome === 'stale') return notNow();
    if (published.outcome === 'hindered') {
      const errors = published.by.map((name) => ({ name, detail: translate(locale, `review.obstacle-${name}`) }));
      return refusal(locale, 409, { key: 'api.hindered' }, { errors });
    }
    if (published.outcome === 'conflict') return standoffAnswer(locals, published);
  } else if (by === 'curator') {
    const taken = await review(ctx, draft.id, turn, note);
    if (taken === null) return noDraft(locale);
    if (taken === 'stale' || taken === 'unsaid') return notNow();
  } else {
    const taken = await takeTurn(ctx, draft.id, turn, note);
    if (taken === null) return noDraft(locale);
    if (taken === 'stale') return notNow();
    if (!('stage' in taken))
      return refusal(
        locale,
        409,
        { key: 'api.not-ready' },
        {
          errors: [
            ...errorsOf(
              locale,
              taken.missing.map((name) => ({ name: missingName(name), notice: { key: `api.missing-${name}` } })),
            ),
            ...errorsOf(
              locale,
              taken.complaints.map(({ name, notice }) => ({ name: itemNameOf(name as never), notice })),
            ),
          ],
        },
      );
  }
  return draftAnswer(locals, draft.id);
};
