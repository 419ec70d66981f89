import { redirect } from '@sveltejs/kit';
import { isNobody } from '#platform/mail/address.ts';
import { mayEver } from '#forum/people/index.ts';
import { ownDrafts, ownPractices, waitingOn } from '#forum/desk/index.ts';
import { changePractice, changeStanding, confirmPractice, takeTurn } from '#forum/drafts/index.ts';
import { markAllRead, newsFor, unreadCount } from '#forum/notifications/index.ts';
import type { DeskView } from '#ui/desk-views.ts';
import { self } from '../account/fresh.ts';
import { textOf } from '../forms.ts';
import { tellFirst } from './current.ts';
import { type Done, doneText } from './done.ts';
import { numberViews } from './numbers.ts';
import { organisationView } from './organisation.ts';
import {
  askedGroup,
  draftRow,
  erasureGroup,
  milestoneGroup,
  newsRow,
  surveyGroup,
  practiceRow,
  saidAt,
  waitingGroups,
} from './rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** As much news as the desk shows; the rest is a page of its own. */
const LATEST = 6;

/** What waits on the reader first; then what is theirs, what happened, and for the Support Unit how the work goes. */
export const load: PageServerLoad = async ({ locals, url }): Promise<DeskView> => {
  const { ctx, prefix } = locals;
  const { actor, locale, now } = ctx;
  const reader = { locale, prefix };
  await tellFirst(locals);
  const waiting = await waitingOn(ctx);
  const { open, putAway } = await ownDrafts(ctx);
  const practices = await ownPractices(ctx);
  const { news } = await newsFor(ctx, { before: null, limit: LATEST });
  const mayShare = mayEver(actor, 'drafts.write');
  const curates = mayEver(actor, 'drafts.review');
  const givenBack = new Set(waiting.drafts['given-back'].map(({ id }) => id));
  const nothingYet = !curates && open.length + putAway.length + practices.length === 0;
  return {
    done: doneText(url.searchParams, locals),
    withoutAddress: isNobody(self(locals).account.email),
    beginning: actor.roles.length === 0 ? 'no-role' : nothingYet && mayShare ? 'share' : null,
    mayShare,
    curates,
    waiting: [
      ...erasureGroup(reader, waiting),
      ...askedGroup(reader, waiting, now),
      ...waitingGroups(reader, waiting, now, await saidAt(ctx.db, waiting)),
      ...surveyGroup(reader, waiting),
      ...milestoneGroup(reader, waiting, now),
    ],
    toConfirm: waiting.toConfirm.map((practice) => ({ ...practiceRow(reader, practice, now), mark: null })),
    drafts: open.map((draft) => draftRow(reader, draft, now, givenBack.has(draft.id))),
    putAway: putAway.map((draft) => ({ ...draftRow(reader, draft, now, false), mark: null })),
    practices: practices.map((practice) => practiceRow(reader, practice, now)),
    organisation: await organisationView(locals),
    news: news.map((one) => newsRow(reader, one)),
    unread: await unreadCount(ctx),
    numbers: mayEver(actor, 'desk.numbers') ? await numberViews(locals) : null,
  };
};

/** Back to the desk, which says what was done. */
function done({ prefix }: App.Locals, what: Done): never {
  redirect(303, `${prefix}/desk?done=${what}`);
}

const idSent = async ({ request }: { request: Request }) => textOf(await request.formData(), 'id');

export const actions: Actions = {
  confirm: async (event) => {
    const confirmed = await confirmPractice(event.locals.ctx, await idSent(event));
    done(event.locals, confirmed ? 'confirmed' : 'gone');
  },
  archive: async (event) => {
    const archived = await changeStanding(event.locals.ctx, await idSent(event), 'archive');
    done(event.locals, archived ? 'archived' : 'gone');
  },
  change: async (event) => {
    const draft = await changePractice(event.locals.ctx, await idSent(event));
    if (draft === null) done(event.locals, 'gone');
    redirect(303, `${event.locals.prefix}/desk/drafts/${draft}/what`);
  },
  reopen: async (event) => {
    const id = await idSent(event);
    const turned = await takeTurn(event.locals.ctx, id, 'reopen');
    if (turned === null || turned === 'stale' || !('stage' in turned)) done(event.locals, 'gone');
    redirect(303, `${event.locals.prefix}/desk/drafts/${id}/what`);
  },
  readAll: async ({ locals }) => {
    await markAllRead(locals.ctx);
    done(locals, 'read');
  },
};
