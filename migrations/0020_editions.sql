-- An edition of the Forum. Its chairs and years are beside its texts because the Troika is derived from them, and never typed.
create table editions (
  id uuid primary key,
  number integer not null unique check (number > 0),
  -- Its address: as a rule the year of its Summit. Never given to another.
  slug text not null unique,
  stage text not null check (stage in ('planned', 'current', 'past')),
  -- The years it is known by, and the states that chair it (ISO 3166-1 alpha-2).
  years integer[] not null check (cardinality(years) > 0),
  chairs text[] not null,
  -- The codes of the themes of its sub-themes, each once.
  themes text[] not null,
  -- Theme, host, dates, sub-themes, innovations, outcome, sources: forum/editions/model.ts.
  content jsonb not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- One edition is the present one.
create unique index editions_current on editions (stage) where stage = 'current';
create index editions_years on editions using gin (years);
create index editions_themes on editions using gin (themes);

-- Anything on a programme, of whatever format.
create table programme_sessions (
  id uuid primary key,
  edition uuid not null references editions (id),
  slug text not null unique,
  format text not null,
  themes text[] not null,
  -- The first and the last day; null where only the edition is known.
  starts date,
  ends date,
  -- Title, what it was about, chairs, place, SDG references, sources: forum/programme/model.ts.
  content jsonb not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index programme_sessions_edition on programme_sessions (edition, starts);
create index programme_sessions_themes on programme_sessions using gin (themes);
