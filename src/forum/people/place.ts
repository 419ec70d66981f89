import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import type { Complaint } from '#platform/problem.ts';
import { may } from './authority.ts';
import { dayOf, readLine, type Refused } from './model.ts';
import { writeOrganisation } from './organisations/actions.ts';
import { emptyOrganisation, readOrganisation } from './organisations/form.ts';
import { beginMembership } from './organisations/memberships.ts';
import { type OrganisationContent, organisationSubject } from './organisations/model.ts';
import { organisationsCalled } from './organisations/store.ts';

/** What is typed of somebody's place in an organisation, as it was typed. */
export interface PlaceForm {
  /** A name, an acronym, or the last part of an address; a name that is not known yet is that of a new organisation. */
  organisation: string;
  /** For a new one. */
  organisationKind: string;
  /** What they are there. */
  title: string;
}

/** A place that was read: in an organisation that is there, or in one to be written down. */
export interface Place {
  organisation: { id: string } | OrganisationContent;
  title: string;
}

/** As long as what somebody is in an organisation may be, in characters. */
export const LONGEST_TITLE = 120;

/** Reads a place; null where none is named. `state`: the state that an organisation written down now is of. */
export async function readPlace(ctx: Context, form: PlaceForm, state: string | null): Promise<Place | null | Refused> {
  const [asked, title] = [readLine(form.organisation), readLine(form.title)];
  const complaints: Complaint[] = [];
  if (title.length > LONGEST_TITLE)
    complaints.push({ name: 'title', notice: { key: 'people.too-long', values: { most: LONGEST_TITLE } } });
  if (asked === '' && title !== '')
    complaints.push({ name: 'organisation', notice: { key: 'people.title-without-organisation' } });
  if (complaints.length > 0) return { complaints };
  if (asked === '') return null;
  const called = await organisationsCalled(ctx.db, asked);
  if (called.length === 0) return readNew(ctx, form, asked, title, state);
  const near = called.filter(({ country }) => country === state);
  const one = called.length === 1 ? called[0] : near.length === 1 ? near[0] : undefined;
  if (one) return { organisation: { id: one.id }, title };
  const list = called.map(({ slug }) => slug).join(', ');
  return refused('organisation', 'people.organisation-ambiguous', { list });
}

function readNew(
  { actor }: Context,
  { organisationKind }: PlaceForm,
  name: string,
  title: string,
  state: string | null,
): Place | Refused {
  if (organisationKind.trim() === '') return refused('organisationKind', 'people.organisation-unknown', { name });
  const content = readOrganisation({ ...emptyOrganisation(), name, kind: organisationKind, country: state ?? '' });
  if ('complaints' in content)
    return {
      complaints: content.complaints.map((complaint) => ({
        ...complaint,
        name: complaint.name === 'name' ? 'organisation' : 'organisationKind',
      })),
    };
  if (!may(actor, 'organisations.edit', organisationSubject(content)))
    return refused('organisation', 'people.organisation-not-yours');
  return { organisation: content, title };
}

const refused = (name: string, key: Complaint['notice']['key'], values: Record<string, string> = {}): Refused => ({
  complaints: [{ name, notice: { key, values } }],
});

/** Gives a person a place from today on, and writes its organisation down where it is new. */
export async function takePlace(
  tx: Database,
  ctx: Context,
  person: string,
  { organisation, title }: Place,
): Promise<void | Refused> {
  const found = 'id' in organisation ? organisation : await writeOrganisation(tx, ctx, organisation);
  if ('complaints' in found) return found;
  await beginMembership(tx, dayOf(ctx.now), { person, organisation: found.id, title });
}
