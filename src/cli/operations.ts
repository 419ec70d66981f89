import type { Context } from '#platform/context.ts';
import { linkAddress } from '#platform/accounts/letters.ts';
import { makeLink } from '#platform/accounts/links.ts';
import { accountByEmail, endSessions } from '#platform/accounts/store.ts';
import { endTokens } from '#platform/accounts/token-store.ts';
import type { Database } from '#platform/database.ts';
import type { Dialogue, Perform } from '#platform/door.ts';
import type { Complaint } from '#platform/problem.ts';
import type { Locale } from '#vocab/language.ts';
import type { ForumTheme } from '#vocab/themes.ts';
import {
  allPersons,
  dayOf,
  endRole,
  type Erased,
  erasePerson,
  invite,
  type InvitationForm,
  OPERATOR,
  type Person,
  personOfAccount,
  planErasure,
  type Refused,
  runsOn,
} from '#forum/people/index.ts';
import {
  importPractices,
  parseFilter,
  type ImportOrder,
  type ImportOutcome,
  type RowStream,
  type Practice,
} from '#forum/practices/index.ts';
import { themesSaid } from '#forum/themes/index.ts';
import { annexReport, type Annex } from '#forum/reports/index.ts';
import { createPracticeSearch, type PracticeSearch } from '#forum/search/index.ts';
import {
  type CatalogueSuggester,
  createCatalogueSuggester,
  type DraftText,
  NOTHING,
  type Suggestions,
} from '#forum/suggestions/index.ts';

/** Everything the command line can ask for, with what goes in and what comes out. All of it is plain JSON. */
export interface Operations {
  /** Asks whether anybody is there. */
  knock: { input: null; output: 'here' };
  /** What the forum says of its themes: a command reads and writes their names as the server does. */
  'themes.said': { input: null; output: ForumTheme[] };
  /** Its items are steps of rows (`RowStream`), and what it tells are entries (`ImportEntry`). */
  'practices.import': { input: Omit<ImportOrder, 'origin'>; output: ImportOutcome };
  /** The practices of a selection, by the parameters of the catalogue's address. */
  'practices.select': {
    input: { parameters: [string, string][] };
    output: { practices: Practice[]; origin: string } | { complaints: Complaint[] };
  };
  /** What a text may be about that carries nothing yet. */
  'suggestions.suggest': { input: { texts: DraftText[] }; output: Suggestions };
  /** The annex of an edition's report; null where nothing came from that edition. */
  'reports.annex': { input: { edition: number; locale: Locale }; output: Annex | null };
  /** Gives somebody a role, with an account; the link is the invitation that also goes out by mail. */
  'people.add': { input: InvitationForm; output: { email: string; link: string } | Refused };
  'people.list': { input: null; output: Person[] };
  /** Ends a role of somebody, or all of them, and signs them out everywhere; how many roles ended, null where there is no such account. */
  'people.remove': { input: { email: string; role: string | null }; output: number | null };
  /** Erases a person, or says what that would do; null where the address has no account. */
  'people.erase': {
    input: { email: string; apply: boolean };
    output: { done: Erased; number: number | null } | null;
  };
  /** A link that signs somebody in once; null where the address has no account. */
  'people.link': { input: { email: string }; output: string | null };
}

type Operation = keyof Operations;
type Performed = {
  [Name in Operation]: (
    ctx: Context,
    input: Operations[Name]['input'],
    dialogue: Dialogue,
  ) => Promise<Operations[Name]['output']>;
};

/** Performs operations on an open database: in a server for whoever comes through its door, or in the command itself. */
export function performer(
  db: Database,
  origin: string,
  search: PracticeSearch = createPracticeSearch(),
  suggester: CatalogueSuggester = createCatalogueSuggester(),
): Perform {
  const operations: Performed = {
    knock: async () => 'here',
    'themes.said': ({ db }) => themesSaid(db),
    'practices.import': (ctx, order, dialogue) =>
      importPractices(ctx, { ...order, origin }, dialogue.items as RowStream, dialogue),
    'practices.select': async ({ db, now }, { parameters }) => {
      const sources = new Set((await search.sources(db, now)).keys());
      const { filter, complaints } = parseFilter(parameters, { paged: false, sized: false, sources });
      return complaints.length > 0 ? { complaints } : { practices: await search.findAll(db, filter, now), origin };
    },
    'suggestions.suggest': ({ db }, { texts }) => suggester.suggest(db, { texts, already: NOTHING, practice: null }),
    'reports.annex': ({ db }, { edition, locale }) => annexReport(db, edition, locale, origin),
    'people.add': async (ctx, form) => {
      const invited = await invite(ctx, form);
      if ('complaints' in invited) return invited;
      const { account, email } = invited;
      const token = await makeLink(ctx.db, ctx.now, { purpose: 'invitation', account });
      return { email, link: linkAddress(origin, form.language, '/invitation', token) };
    },
    'people.list': ({ db }) => allPersons(db),
    'people.remove': async (ctx, { email, role }) => {
      const account = await accountByEmail(ctx.db, email);
      if (!account) return null;
      const person = (await allPersons(ctx.db)).find((one) => one.account === account.id);
      const today = dayOf(ctx.now);
      const terms = person?.terms.filter((term) => runsOn(term, today) && (role === null || term.role === role)) ?? [];
      for (const { id } of terms) await endRole(ctx, id);
      await endSessions(ctx.db, account.id, null);
      await endTokens(ctx.db, account.id);
      return terms.length;
    },
    'people.erase': async (ctx, { email, apply }) => {
      const account = await accountByEmail(ctx.db, email);
      const person = account && (await personOfAccount(ctx.db, account.id));
      const plan = person && (await planErasure(ctx, person.id));
      if (!person || !plan) return null;
      if (!apply) return { done: plan.would, number: null };
      const erased = await erasePerson(ctx, person.id);
      return erased === null || 'complaints' in erased ? null : { done: erased.done, number: erased.number };
    },
    'people.link': async ({ db, now }, { email }) => {
      const account = await accountByEmail(db, email);
      if (!account) return null;
      const token = await makeLink(db, now, { purpose: 'sign-in', account: account.id });
      return linkAddress(origin, account.language, '/sign-in/link', token);
    },
  };
  return async (name, input, dialogue) => {
    if (!Object.hasOwn(operations, name))
      throw new Error(`There is no operation ${name}: the server is of another version.`);
    const perform = operations[name as Operation] as (
      ctx: Context,
      input: unknown,
      dialogue: Dialogue,
    ) => Promise<unknown>;
    return perform({ db, now: new Date(), locale: 'en', actor: OPERATOR }, input, dialogue);
  };
}
