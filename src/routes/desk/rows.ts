import { countryName } from '#vocab/countries.ts';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import type { Database } from '#platform/database.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import { type ColleagueDraft, type Waiting } from '#forum/desk/index.ts';
import { type DraftLine, lastTurn, type Wait, WAITS } from '#forum/drafts/index.ts';
import { dayOf } from '#forum/people/index.ts';
import { type News, newsText } from '#forum/notifications/index.ts';
import { isStale, knownSince, type PracticeLine } from '#forum/practices/index.ts';
import { dayText, standingOn } from '#forum/planning/index.ts';
import { zonedTime } from '#forum/survey/index.ts';
import { REQUESTS_PATH } from '#forum/replication/index.ts';
import type { NewsView, WaitingGroupView, WorkView } from '#ui/desk-views.ts';
import { dateText, practiceHref, type Reader } from '../views.ts';

const DAY = 24 * 60 * 60_000;

/** How long ago something was, in whole days or, where it is long, in months: "today", "3 days ago", "5 months ago". */
export function agoText(at: Date, now: Date, locale: Locale): string {
  const days = Math.max(0, Math.floor((now.getTime() - at.getTime()) / DAY));
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return days < 60 ? format.format(-days, 'day') : format.format(-Math.floor(days / 30), 'month');
}

/** A draft as its owner sees it in a list. */
export function draftRow(reader: Reader, draft: DraftLine, now: Date, givenBack: boolean): WorkView {
  const { locale, prefix } = reader;
  const stage = givenBack ? 'given-back' : draft.stage;
  return {
    id: draft.id,
    title: draft.title || translate(locale, 'desk.untitled'),
    href: `${prefix}/desk/drafts/${draft.id}/what`,
    mark: { label: translate(locale, `desk.stage-${stage}`), waits: givenBack || draft.stage === 'question' },
    facts: factsOf(draft, now, locale),
  };
}

/** A draft of a colleague: where it stands, and the way to it for who may open it. */
export function colleagueRow(reader: Reader, { draft, toReview }: ColleagueDraft, now: Date): WorkView {
  const { locale, prefix } = reader;
  return {
    id: draft.id,
    title: draft.title || translate(locale, 'desk.untitled'),
    href: toReview ? `${prefix}/desk/review/${draft.id}` : null,
    mark: { label: translate(locale, `desk.colleague-${draft.stage as ColleagueStage}`), waits: false },
    facts: factsOf(draft, now, locale),
  };
}
type ColleagueStage = 'draft' | 'handed-in' | 'in-review' | 'question';

type Facts = Pick<DraftLine, 'stageSince' | 'authorName' | 'ownerState'>;
const factsOf = ({ stageSince, authorName, ownerState }: Facts, now: Date, locale: Locale): string[] => [
  agoText(stageSince, now, locale),
  translate(locale, 'desk.by-author', { name: authorName }),
  ...(ownerState === null ? [] : [countryName(ownerState, locale)]),
];

/** As many of one kind as the desk shows before it says how many more there are. */
const SHOWN = 5;

/** What curators said when they asked their questions or gave drafts back, by draft. */
export async function saidAt(db: Database, { drafts }: Waiting): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const [wait, turn] of [
    ['question', 'ask'],
    ['given-back', 'give-back'],
  ] as const)
    for (const { id } of drafts[wait].slice(0, SHOWN)) said.set(id, (await lastTurn(db, id, turn))?.note ?? '');
  return said;
}

/** What of drafts waits on the reader, group by group; nothing of a group in which nothing does. */
export function waitingGroups(
  reader: Reader,
  { drafts }: Waiting,
  now: Date,
  said: ReadonlyMap<string, string>,
): WaitingGroupView[] {
  const { locale, prefix } = reader;
  const some = WAITS.filter((wait) => drafts[wait].length > 0);
  return some.map((wait, at) => {
    const lines = drafts[wait];
    const rest = lines.length - SHOWN;
    const queue = { label: translate(locale, 'desk.queue'), href: `${prefix}/desk/review` };
    return {
      title: translate(locale, 'desk.group-counted', {
        group: translate(locale, `desk.group-${wait}`),
        count: lines.length,
      }),
      rows: lines.slice(0, SHOWN).map((draft) => ({
        ...draftRow(reader, draft, now, false),
        ...(isReview(wait) && { href: `${prefix}/desk/review/${draft.id}` }),
        mark: null,
        ...(said.get(draft.id) && { said: said.get(draft.id)! }),
      })),
      more: rest > 0 ? translate(locale, 'desk.more', { count: rest }) : null,
      // Those who curate go on to their queue from the last of the groups that are in it.
      rest: at === some.length - 1 && isReview(wait) ? queue : null,
    };
  });
}

const isReview = (wait: Wait) => wait === 'to-take' || wait === 'to-review' || wait === 'second-eyes';

/** What places ask about the reader's practices and has no answer yet, as one more group; none where nothing is asked. */
export function askedGroup({ locale, prefix }: Reader, { asked }: Waiting, now: Date): WaitingGroupView[] {
  if (asked.length === 0) return [];
  const href = prefix + REQUESTS_PATH;
  const group = translate(locale, 'desk.group-asked');
  return [
    {
      title: translate(locale, 'desk.group-counted', { group, count: asked.length }),
      rows: asked.slice(0, SHOWN).map(({ id, practice, askedAt, place }) => ({
        id,
        title: practice.title,
        href,
        mark: null,
        facts: [agoText(askedAt, now, locale), place],
      })),
      more: asked.length > SHOWN ? translate(locale, 'desk.more', { count: asked.length - SHOWN }) : null,
      rest: null,
    },
  ];
}

/** The open surveys that the reader's state or mechanism has not answered, as one more group. */
export function surveyGroup({ locale, prefix }: Reader, { surveys }: Waiting): WaitingGroupView[] {
  if (surveys.length === 0) return [];
  const group = translate(locale, 'survey.waits-group');
  return [
    {
      title: translate(locale, 'desk.group-counted', { group, count: surveys.length }),
      rows: surveys.map(({ id, slug, content, closesAt, zone }) => ({
        id,
        title: textIn(content.title, locale).text,
        href: `${prefix}/surveys/${encodeURIComponent(slug)}/answer`,
        mark: null,
        facts: [zonedTime(locale, closesAt!, zone)],
      })),
      more: null,
      rest: null,
    },
  ];
}

/** What the reader owes in the Forum's year, as one more group. */
export function milestoneGroup({ locale, prefix }: Reader, { milestones }: Waiting, now: Date): WaitingGroupView[] {
  if (milestones.length === 0) return [];
  const group = translate(locale, 'planning.waits-group');
  return [
    {
      title: translate(locale, 'desk.group-counted', { group, count: milestones.length }),
      rows: milestones.slice(0, SHOWN).map((milestone) => ({
        id: milestone.id,
        title: textIn(milestone.title, locale).text,
        href: `${prefix}/planning#m-${milestone.id}`,
        mark:
          standingOn(milestone, dayOf(now)) === 'late'
            ? { label: translate(locale, 'planning.standing-late'), waits: true }
            : null,
        facts: [dayText(milestone.due, locale)],
      })),
      more: milestones.length > SHOWN ? translate(locale, 'desk.more', { count: milestones.length - SHOWN }) : null,
      rest: { href: `${prefix}/planning`, label: translate(locale, 'planning.mail-open') },
    },
  ];
}

/** Who asks to be erased, each with the way to do it. */
export function erasureGroup({ locale, prefix }: Reader, { erasures }: Waiting): WaitingGroupView[] {
  if (erasures.length === 0) return [];
  const group = translate(locale, 'accounts.erasures-asked');
  return [
    {
      title: translate(locale, 'desk.group-counted', { group, count: erasures.length }),
      rows: erasures.slice(0, SHOWN).map(({ person, name, askedAt }) => ({
        id: person,
        title: name,
        href: `${prefix}/people/${person}/erase`,
        mark: null,
        facts: [translate(locale, 'accounts.asks-erasure', { when: dateText(askedAt, locale) })],
      })),
      more: erasures.length > SHOWN ? translate(locale, 'desk.more', { count: erasures.length - SHOWN }) : null,
      rest: { href: `${prefix}/people`, label: translate(locale, 'accounts.people') },
    },
  ];
}

/** A practice as those see it in a list who answer for it. */
export function practiceRow(reader: Reader, practice: PracticeLine, now: Date): WorkView {
  const { locale } = reader;
  const stale = isStale(practice, now);
  const when = dateText(knownSince(practice), locale);
  const mark: MessageKey = stale
    ? 'desk.mark-stale'
    : `desk.mark-${practice.standing as 'published' | 'archived' | 'withdrawn'}`;
  return {
    id: practice.id,
    title: practice.title,
    href: practiceHref(reader, practice.slug),
    mark: { label: translate(locale, mark), waits: stale },
    facts: [
      translate(locale, practice.confirmedAt === null ? 'desk.never-confirmed' : 'desk.last-confirmed', { when }),
      ...(practice.ownerState === null ? [] : [countryName(practice.ownerState, locale)]),
    ],
  };
}

/** What somebody was told, as a list shows it. The way leads through the page that notes it as read. */
export function newsRow({ locale, prefix }: Reader, news: News): NewsView {
  return {
    id: news.id,
    text: newsText(news, locale),
    href: `${prefix}/desk/notifications/${news.id}`,
    when: news.at.toISOString(),
    whenText: dateText(news.at, locale),
    unread: !news.read,
  };
}
