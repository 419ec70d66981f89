import { cityNames } from '#vocab/cities.ts';
import { type Label, labelIn, LOCALES } from '#vocab/language.ts';
import type { Texts } from '#vocab/texts.ts';
import { THEMES } from '#vocab/themes.ts';
import type { Database } from '#platform/database.ts';
import { allEditions, type Edition } from '#forum/editions/index.ts';
import { allBodies } from '#forum/governance/index.ts';
import { allPublications } from '#forum/library/index.ts';
import { allOrganisations, findOrganisations } from '#forum/people/index.ts';
import { allSessions, findSessions, type Session } from '#forum/programme/index.ts';
import { describedTheme, themesSaid } from '#forum/themes/index.ts';
import { type EditionYears, entryOf, type Entry, type IndexedKind } from './model.ts';

/** What is read from the database at once, of kinds that may be thousands. */
const BATCH = 500;

/** What entries of several kinds need to know. */
export interface Surroundings {
  /** The names of themes as the forum says them now. */
  labels: ReadonlyMap<string, Label>;
  editions: readonly Edition[];
}

/** Reads what entries of several kinds need to know. */
export async function surroundingsOf(db: Database): Promise<Surroundings> {
  const labels = new Map(THEMES.map(({ code, label }) => [code, label]));
  for (const { code, label } of await themesSaid(db)) labels.set(code, label);
  return { labels, editions: await allEditions(db) };
}

/** All entries of each kind, in batches. */
export const SOURCES: Record<IndexedKind, (db: Database, around: Surroundings) => AsyncGenerator<Entry[]>> = {
  theme: themes,
  edition: editions,
  session: sessions,
  publication: publications,
  body: bodies,
  organisation: organisations,
};

async function* themes(db: Database, { labels, editions: all }: Surroundings): AsyncGenerator<Entry[]> {
  const carrying = new Map<string, Set<string>>();
  const carry = (theme: string, edition: string) =>
    carrying.set(theme, (carrying.get(theme) ?? new Set<string>()).add(edition));
  for (const edition of all) for (const code of themesOf(edition)) carry(code, edition.id);
  for await (const batch of sessionBatches(db))
    for (const session of batch) for (const code of session.themes) carry(code, session.edition);
  const found: Entry[] = [];
  for (const [code, label] of labels) {
    const described = await describedTheme(db, code);
    const took = all.filter(({ id }) => carrying.get(code)?.has(id));
    found.push(
      entryOf('theme', code, `/themes/${encodeURIComponent(code)}`, {
        title: Object.fromEntries(LOCALES.map((locale) => [locale, labelIn(label, locale)])),
        about: described?.about ?? {},
        editions: took.map(yearsOf),
      }),
    );
  }
  yield found;
}

async function* editions(_: Database, { editions: all }: Surroundings): AsyncGenerator<Entry[]> {
  yield all.map((edition) => {
    const { id, slug, theme, summary, subThemes, innovations, outcome, city, country, chairs, years } = edition;
    return entryOf('edition', id, `/forum/${encodeURIComponent(slug)}`, {
      // Called by its years, which are shown; its theme is what can be read of it.
      title: theme,
      about: joined([summary, ...subThemes.map(({ title }) => title), ...innovations.map(({ text }) => text), outcome]),
      names: [...cityNames(city), ...years.map(String), 'GFMD'],
      themes: themesOf(edition),
      // Where it met comes first: a list tells that state beside the city.
      countries: [...new Set([...(country === null ? [] : [country]), ...chairs])],
      place: city,
      edition: yearsOf(edition),
    });
  });
}

async function* sessions(db: Database, { editions: all }: Surroundings): AsyncGenerator<Entry[]> {
  for await (const batch of sessionBatches(db)) {
    yield batch.map((session) => {
      const { id, slug, title, summary, themes: codes, states, others, place, sdg, gcm, format } = session;
      const edition = all.find((one) => one.id === session.edition) ?? null;
      return entryOf('session', id, `/sessions/${encodeURIComponent(slug)}`, {
        title,
        about: summary,
        names: [
          ...others,
          ...cityNames(place),
          ...(edition ? [...cityNames(edition.city), ...edition.years.map(String)] : []),
        ],
        themes: codes,
        countries: states,
        sort: format,
        edition: edition && yearsOf(edition),
        ...{ sdg, gcm, place },
      });
    });
  }
}

async function* sessionBatches(db: Database): AsyncGenerator<Session[]> {
  for (let page = 1; ; page++) {
    const { sessions: found } = await findSessions(db, { ...allSessions(), page, perPage: BATCH });
    yield found;
    if (found.length < BATCH) return;
  }
}

async function* publications(db: Database, { editions: all }: Surroundings): AsyncGenerator<Entry[]> {
  for await (const batch of allPublications(db)) {
    yield batch.map((publication) => {
      const { id, slug, kind, title, summary, authors, publisher, year, themes: codes, sdg } = publication;
      const edition = all.find((one) => one.slug === publication.edition) ?? null;
      return entryOf('publication', id, `/library/${encodeURIComponent(slug)}`, {
        title,
        about: summary,
        names: [
          ...authors,
          publisher,
          ...(year === null ? [] : [String(year)]),
          ...(edition ? cityNames(edition.city) : []),
        ],
        themes: codes,
        sort: kind,
        edition: edition && yearsOf(edition),
        files: publication.attachments.map(({ id: file, name, language }) => ({ id: file, name, language })),
        ...{ sdg, year },
      });
    });
  }
}

async function* bodies(db: Database): AsyncGenerator<Entry[]> {
  const found = await allBodies(db, 'without-hidden');
  yield found.map(({ id, slug, kind, name, mandate, meetings, terms }) =>
    entryOf('body', id, `/governance/${encodeURIComponent(slug)}`, {
      title: name,
      about: joined([mandate, ...meetings.map(({ about }) => about)]),
      names: meetings.flatMap(({ place }) => cityNames(place)),
      countries: [...new Set(terms.flatMap(({ member }) => (member.kind === 'state' ? [member.of] : [])))],
      sort: kind,
    }),
  );
}

async function* organisations(db: Database): AsyncGenerator<Entry[]> {
  for (let page = 1; ; page++) {
    const { organisations: found } = await findOrganisations(
      db,
      { ...allOrganisations(), page, perPage: BATCH },
      'own',
    );
    yield found.map(({ id, slug, name, names, acronym, city, kind, country }) =>
      entryOf('organisation', id, `/organisations/${encodeURIComponent(slug)}`, {
        // In what language an organisation calls itself is not asked; readers without a name in theirs are shown this one.
        title: { en: name, ...names },
        names: [name, acronym, ...cityNames(city)],
        countries: country === null ? [] : [country],
        sort: kind,
        place: city,
      }),
    );
    if (found.length < BATCH) return;
  }
}

const themesOf = ({ subThemes }: Edition): string[] => [...new Set(subThemes.flatMap(({ themes: codes }) => codes))];

const yearsOf = ({ slug, years }: Edition): EditionYears => ({ slug, years });

/** Several texts as one, in each language those that are written in it. */
function joined(texts: readonly Texts[]): Texts {
  const found = LOCALES.map((locale) => [
    locale,
    texts
      .map((text) => text[locale] ?? '')
      .filter(Boolean)
      .join('\n'),
  ]);
  return Object.fromEntries(found.filter(([, text]) => text !== ''));
}
