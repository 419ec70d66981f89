import { countryName } from '#vocab/countries.ts';
import { directionOf, type Locale } from '#vocab/language.ts';
import { textIn, type Texts } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import type { Source } from '#forum/editions/index.ts';
import type { Body, Member, Term } from '#forum/governance/index.ts';
import { mechanismName, nameIn, type Organisation, organisationsById } from '#forum/people/index.ts';
import type { MemberView, SourceView, WrittenView } from '#ui/governance-views.ts';
import { organisationHref } from '../organisations/organisation-here.ts';
import type { Reader } from '../views.ts';
import { spanText } from './day.ts';

/** The page of a body. */
export function bodyHref({ prefix }: Reader, slug: string): string {
  return `${prefix}/governance/${encodeURIComponent(slug)}`;
}

/** A text as a reader sees it, with the language it is in. */
export function writtenView(texts: Texts, locale: Locale): WrittenView {
  const { text, language } = textIn(texts, locale);
  return { text, lang: language, dir: directionOf(language) };
}

/** A source as a link, or as words where it has no address. */
export function sourceView({ label, url }: Source): SourceView {
  return { label, href: url || null };
}

/** The organisations that sit or sat in bodies, by the id a term has. */
export async function organisationsIn(
  { ctx }: App.Locals,
  bodies: readonly Pick<Body, 'terms'>[],
): Promise<Map<string, Organisation>> {
  const members = bodies.flatMap(({ terms }) => terms.map(({ member }) => member));
  return organisationsById(
    ctx.db,
    members.filter(({ kind }) => kind === 'organisation').map(({ of }) => of),
  );
}

/** Names members, and says where more is told of them. */
export function namesOf(reader: Reader, organisations: ReadonlyMap<string, Organisation>, bodies: readonly Body[]) {
  const { locale, prefix } = reader;
  return ({ kind, of }: Member): { name: string; href: string } => {
    if (kind === 'state') return { name: countryName(of, locale), href: `${prefix}/places/${of}` };
    if (kind === 'mechanism') {
      const own = bodies.find(({ mechanism }) => mechanism === of);
      return {
        name: own ? textIn(own.name, locale).text : mechanismName(locale, of as Parameters<typeof mechanismName>[1]),
        href: own ? bodyHref(reader, own.slug) : `${prefix}/governance`,
      };
    }
    const organisation = organisations.get(of);
    return organisation
      ? { name: nameIn(organisation, locale), href: organisationHref(reader, organisation.slug) }
      : { name: '–', href: `${prefix}/organisations` };
  };
}

/** Terms as members to be listed: those with an office first, then by name. */
export function memberViews(
  { locale }: Reader,
  names: ReturnType<typeof namesOf>,
  terms: readonly Term[],
): MemberView[] {
  const { compare } = new Intl.Collator(locale);
  const isPlain = ({ part }: Term) => part === 'member' || part === 'observer';
  return [...terms]
    .map((term) => ({ term, ...names(term.member) }))
    .sort((one, other) => Number(isPlain(one.term)) - Number(isPlain(other.term)) || compare(one.name, other.name))
    .map(({ term, name, href }) => ({
      name,
      href,
      part: term.part === 'member' ? null : translate(locale, `governance.part-${term.part}`),
      when: spanText(term, locale),
      source: term.source && sourceView(term.source),
    }));
}
