create table practices (
  id uuid primary key,
  slug text not null unique,
  title text not null,
  -- The title folded for comparison: two rows with the same key may be the same practice.
  title_key text not null,
  summary text not null,
  kind text,
  sdg text[] not null,
  gcm text[] not null,
  countries text[] not null,
  places text[] not null,
  regions text[] not null,
  global boolean not null,
  start_year integer,
  end_year integer,
  ongoing boolean not null,
  partners text[] not null,
  themes text[] not null,
  stakeholders text[] not null,
  links text[] not null,
  language text not null,
  source_edition integer,
  source_label text not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (end_year is null or start_year is null or end_year >= start_year)
);
create index practices_title_key on practices (title_key);
create index practices_source on practices (source_edition, source_label);
