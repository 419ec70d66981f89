import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import { alone, type Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import { demand, may } from '../authority.ts';
import { dayOf, type Refused } from '../model.ts';
import { type OrganisationForm, readOrganisation } from './form.ts';
import { membersOf, moveMemberships } from './memberships.ts';
import { nameKey, type Organisation, type OrganisationContent, organisationSubject } from './model.ts';
import {
  freeSlug,
  insertOrganisation,
  organisationAt,
  organisationsCalled,
  passOnMerged,
  updateOrganisation,
} from './store.ts';

/** What stands in the versions of an organisation. */
export function contentOfOrganisation(organisation: Organisation): OrganisationContent & { slug: string } {
  const { slug, name, acronym, names, kind, country, city, website, mechanism } = organisation;
  return { slug, name, acronym, names, kind, country, city, website, mechanism };
}

/** Writes down an organisation that is not here yet, as its state's focal point, its mechanism's coordinator or the Support Unit. */
export async function createOrganisation(ctx: Context, form: OrganisationForm): Promise<Organisation | Refused> {
  const content = readOrganisation(form);
  if ('complaints' in content) return content;
  if (!may(ctx.actor, 'organisations.edit', organisationSubject(content))) return NOT_YOURS;
  return ctx.db.transaction((tx) => writeOrganisation(tx, ctx, content));
}

/** What is typed would be of another state or mechanism than the reader's: said of the field that says so. */
const NOT_YOURS: Refused = { complaints: [{ name: 'kind', notice: { key: 'people.organisation-not-yours' } }] };

/** Writes a new organisation, unless there is one of this name, kind and country; who may is asked by the caller. */
export async function writeOrganisation(
  tx: Database,
  ctx: Context,
  content: OrganisationContent,
): Promise<Organisation | Refused> {
  await alone(tx, 'organisations');
  const same = (await organisationsCalled(tx, content.name)).find(
    (one) =>
      nameKey(one.name) === nameKey(content.name) && one.kind === content.kind && one.country === content.country,
  );
  if (same)
    return {
      complaints: [{ name: 'name', notice: { key: 'people.organisation-exists', values: { slug: same.slug } } }],
    };
  const organisation: Organisation = {
    ...content,
    id: uuidv7(),
    slug: await freeSlug(tx, content.name, null),
    version: 1,
    mergedInto: null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  await insertOrganisation(tx, organisation);
  await record(tx, ctx, organisation, 'organisation.created');
  return organisation;
}

async function record(tx: Database, ctx: Context, organisation: Organisation, action: string): Promise<void> {
  const { id, version } = organisation;
  await recordChanges(tx, ctx, 'organisation', [
    { subject: id, number: version, action, content: contentOfOrganisation(organisation) },
  ]);
  await recordAct(tx, ctx, action, { organisation: id, version });
}

/**
 * Changes what an organisation says of itself. Another name gives another address, to which the former one leads. `version` is the one that was read:
 * where somebody else has changed it since, nothing is overwritten.
 * @returns the organisation; false where there is none for the actor to change
 */
export async function changeOrganisation(
  ctx: Context,
  slug: string,
  version: number,
  form: OrganisationForm,
): Promise<Organisation | false | Refused> {
  const before = await organisationAt(ctx.db, slug);
  if (!before || !may(ctx.actor, 'organisations.edit', organisationSubject(before))) return false;
  const content = readOrganisation(form);
  if ('complaints' in content) return content;
  if (!may(ctx.actor, 'organisations.edit', organisationSubject(content))) return NOT_YOURS;
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'organisations');
    const renamed = nameKey(content.name) !== nameKey(before.name);
    const after: Organisation = {
      ...before,
      ...content,
      slug: renamed ? await freeSlug(tx, content.name, before.id) : before.slug,
      version: version + 1,
      updatedAt: ctx.now,
    };
    if (!(await updateOrganisation(tx, after)))
      return { complaints: [{ name: 'version', notice: { key: 'people.organisation-changed' } }] };
    await record(tx, ctx, after, 'organisation.changed');
    return after;
  });
}

/**
 * Says that two organisations are one: the one at `slug` goes into the one at `into`, with its people and its addresses. What still names
 * the former finds the latter.
 * @returns the organisation that stands; false where one of the two is not there, or they are one already
 */
export async function mergeOrganisations(ctx: Context, slug: string, into: string): Promise<Organisation | false> {
  demand(ctx.actor, 'organisations.merge');
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'organisations');
    const [gone, stays] = [await organisationAt(tx, slug), await organisationAt(tx, into)];
    if (!gone || !stays || gone.id === stays.id) return false;
    const moved = await moveMemberships(tx, gone.id, stays.id);
    await passOnMerged(tx, gone.id, stays.id);
    const after = { ...gone, mergedInto: stays.id, version: gone.version + 1, updatedAt: ctx.now };
    if (!(await updateOrganisation(tx, after))) throw new Error('An organisation changed while it was merged.');
    await recordChanges(tx, ctx, 'organisation', [
      {
        subject: gone.id,
        number: after.version,
        action: 'organisation.merged',
        content: { ...contentOfOrganisation(gone), mergedInto: stays.slug },
      },
    ]);
    await recordAct(tx, ctx, 'organisation.merged', { organisation: gone.id, into: stays.id, people: moved });
    return stays;
  });
}

/** Everybody who belongs to an organisation today, for those who look after people; null for everybody else. */
export async function membersSeenBy(
  ctx: Context,
  organisation: string,
): Promise<{ person: string; name: string; title: string }[] | null> {
  if (!may(ctx.actor, 'people.look-after')) return null;
  const members = await membersOf(ctx.db, organisation, dayOf(ctx.now));
  return [...new Map(members.map((member) => [member.person, member])).values()];
}
