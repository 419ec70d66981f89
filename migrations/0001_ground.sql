-- Every change to a thing that is kept is a version that can be read, compared and restored (PRODUCT.md, rule 11).
create table versions (
  subject uuid not null,
  number integer not null check (number > 0),
  kind text not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  content jsonb not null,
  -- What was received, word for word, where it came from a file.
  received jsonb,
  primary key (subject, number)
);

-- What was done, by whom: one line an act.
create table audit (
  id uuid primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  detail jsonb not null
);

-- What has changed, in the order in which it became visible: search and mail follow it.
create table outbox (
  sequence bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  subject uuid not null
);
