import { type Version, versionsOf } from '#platform/history.ts';
import { translate } from '#platform/languages.ts';
import type { Body, BodyContent, Member, Term } from '#forum/governance/index.ts';
import type { BodyEditView } from '#ui/governance-views.ts';
import { dateText } from '../views.ts';
import { doneText } from './choices.ts';
import { spanText } from './day.ts';
import type { namesOf } from './names.ts';

/** The states of a body that were kept, the latest first, each with what was done and to whom. */
export async function versionViews(
  { ctx }: App.Locals,
  body: Body,
  names: ReturnType<typeof namesOf>,
): Promise<BodyEditView['versions']> {
  const { locale } = ctx;
  const versions = await versionsOf(ctx.db, body.id);
  return versions
    .map((version, at) => {
      const { number, actor, action } = version;
      const whom = touched(versions[at - 1], version).map(
        (term) => `${names(term.member).name} (${spanText(term, locale)})`,
      );
      return {
        number,
        title: translate(locale, 'people.version-by', { number, when: dateText(version.at, locale), who: actor }),
        what: [doneText(action, locale), ...whom].join(' · '),
      };
    })
    .reverse();
}

/** The terms that a version has otherwise than the one before it; those that are gone as they were. */
function touched(before: Version | undefined, after: Version): { member: Member; from: string; last: string | null }[] {
  const termsOf = (version: Version | undefined): Term[] => (version?.content as BodyContent | undefined)?.terms ?? [];
  const was = new Map(termsOf(before).map((term) => [term.id, term]));
  const is = new Map(termsOf(after).map((term) => [term.id, term]));
  return [
    ...[...is.values()].filter((term) => JSON.stringify(was.get(term.id)) !== JSON.stringify(term)),
    ...[...was.values()].filter(({ id }) => !is.has(id)),
  ];
}
