-- The library: background papers, chair's summaries, recollections, reports, studies, inputs to processes of the United Nations.
create table publications (
  id uuid primary key,
  -- Its address, made of its first title. Never given to another.
  slug text not null unique,
  kind text not null,
  -- The address of its edition, which never changes.
  edition text references editions (slug),
  themes text[] not null,
  languages text[] not null,
  year integer,
  -- Out of sight: found and read by nobody but those who look after the library.
  hidden boolean not null,
  -- Title, summary, authors, files (with those of versions before: `attachments`), link, sources: forum/library/model.ts.
  content jsonb not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index publications_edition on publications (edition);
create index publications_themes on publications using gin (themes);

-- What stands in the files of publications, for the search.
create table publication_texts (
  file uuid primary key references files (id) on delete cascade,
  publication uuid not null references publications (id),
  -- waiting: not read yet; none: there is no text in it, as in pictures of pages; failed: it could not be read.
  outcome text not null check (outcome in ('waiting', 'read', 'none', 'failed')),
  due_at timestamptz not null,
  tries integer not null,
  -- Its pages, parted by form feeds.
  text text not null,
  -- There is more in the file than is kept here.
  cut boolean not null
);
create index publication_texts_publication on publication_texts (publication);
create index publication_texts_due on publication_texts (due_at) where outcome = 'waiting';
