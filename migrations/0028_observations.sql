-- What was heard in sessions, and what was recommended. Neither has a column for who said it (PRODUCT.md, rule 9).
create table observations (
  id uuid primary key,
  session uuid not null references programme_sessions (id),
  stage text not null check (stage in ('draft', 'released', 'withdrawn')),
  themes text[] not null,
  -- What was heard, in the Forum's languages: forum/observations/model.ts.
  content jsonb not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index observations_session on observations (session);
create index observations_themes on observations using gin (themes);

create table recommendations (
  id uuid primary key,
  slug text not null unique,
  edition uuid not null references editions (id),
  stage text not null check (stage in ('draft', 'released', 'withdrawn')),
  themes text[] not null,
  -- Title, text, where it was agreed, what came of it: forum/observations/model.ts.
  content jsonb not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index recommendations_edition on recommendations (edition);
create index recommendations_themes on recommendations using gin (themes);
