import { LOCALES } from '#vocab/language.ts';
import type { Context } from '#platform/context.ts';
import type { Complaint } from '#platform/problem.ts';
import { createEdition, type Edition, type EditionForm, emptyEdition, readEdition } from '#forum/editions/index.ts';
import { demand, type Refused } from '#forum/people/index.ts';
import { writeMilestones } from './actions.ts';
import { formOfMilestone, type Milestone, type MilestoneContent, type MilestoneForm, readMilestone } from './model.ts';
import { movedTo, type Moving, movingBetween, type YearOfEdition } from './moving.ts';
import { milestonesOf } from './store.ts';

/** What is typed to open the next edition; everything else is written on its own page. */
export interface NextForm {
  years: string;
  chairs: string[];
  city: string;
  country: string;
  from: string;
  until: string;
}

/** The fields of a proposed milestone that can be corrected before it is taken over. */
export const CORRECTED_FIELDS = ['from', 'due', ...LOCALES.map((locale) => `title-${locale}` as const)] as const;

/** What becomes of one milestone when its edition's year is taken over: left out, or taken with what was corrected. */
export interface Correction {
  take: boolean;
  fields: Partial<Pick<MilestoneForm, (typeof CORRECTED_FIELDS)[number]>>;
}

/** One milestone of the last edition, and as it would stand in the next one. */
export interface Proposed {
  before: Milestone;
  after: MilestoneContent;
}

/** The next edition's year as it would be taken over from the last one's, for a person to look at; nothing is done by looking. */
export async function proposeNext(
  ctx: Context,
  after: Edition,
  form: NextForm,
): Promise<{ moving: Moving; milestones: Proposed[] } | Refused> {
  demand(ctx.actor, 'planning.edit');
  const next = readEdition(formOfNext(after, form));
  if ('complaints' in next) return next;
  const template = await milestonesOf(ctx.db, after.id);
  const moved = movedTo(template.map(contentOf), yearOf(after), yearOf(next));
  return {
    moving: movingBetween(yearOf(after), yearOf(next)),
    milestones: template.map((before, at) => ({ before, after: moved[at]! })),
  };
}

/**
 * Opens the next edition with the year of the last one as its template (`movedTo`), corrected by whoever looked at it. A milestone that was not looked at, as
 * one that was added meanwhile, is taken over as it is proposed. Complaints about one begin with its id.
 */
export async function openNext(
  ctx: Context,
  after: Edition,
  form: NextForm,
  corrections: ReadonlyMap<string, Correction> = new Map(),
): Promise<Edition | Refused> {
  const proposed = await proposeNext(ctx, after, form);
  if ('complaints' in proposed) return proposed;
  const complaints: Complaint[] = [];
  const contents = proposed.milestones.flatMap(({ before: { id }, after: content }) => {
    const { take, fields } = corrections.get(id) ?? { take: true, fields: {} };
    if (!take) return [];
    const read = readMilestone({ ...formOfMilestone(content), ...fields });
    if (!('complaints' in read)) return [read];
    complaints.push(...read.complaints.map((one) => ({ ...one, name: `${id}.${one.name}` })));
    return [];
  });
  if (complaints.length > 0) return { complaints };
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const made = await createEdition(inside, formOfNext(after, form), 'planned');
    if (!('complaints' in made)) await writeMilestones(tx, inside, made.id, contents.map(ofPage(after, made)));
    return made;
  });
}

const formOfNext = ({ number }: Edition, form: NextForm): EditionForm => ({
  ...emptyEdition(),
  ...form,
  number: String(number + 1),
});

const yearOf = ({ years, from }: Pick<Edition, 'years' | 'from'>): YearOfEdition => ({ years, summit: from });

const contentOf = ({ id: _, edition: __, version: ___, done: ____, ...content }: Milestone): MilestoneContent =>
  content;

/** What is done on the page of the old edition is done on that of the new one. */
const ofPage = (from: Edition, to: Edition) => (content: MilestoneContent) => ({
  ...content,
  url: content.url === `/forum/${from.slug}` ? `/forum/${to.slug}` : content.url,
});
