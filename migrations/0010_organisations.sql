-- Whose name stands beside what was done. A name says who it was; the account says which of two of one name, and is gone when they are erased.
alter table versions add column account uuid;
alter table audit add column account uuid;
create index versions_account on versions (account) where account is not null;
create index audit_account on audit (account) where account is not null;

-- The last word to somebody whose address is kept nowhere else: when it cannot be delivered it is forgotten, not kept.
alter table mails add column forgotten boolean not null default false;

create table organisations (
  id uuid primary key,
  slug text not null unique,
  -- As it calls itself, in its own language.
  name text not null,
  acronym text not null,
  -- Its names in the Forum's languages, where it has others there: {"fr": "…"}.
  names jsonb not null,
  kind text not null,
  country text,
  city text not null,
  website text not null,
  -- Of the kinds that may take part through several mechanisms, the one it has chosen.
  mechanism text,
  -- Its names folded: by language and as its own, for the order of lists; all of them, for searching.
  sort_keys jsonb not null,
  search_text text not null,
  -- The organisation it was merged into; always one that stands itself.
  merged_into uuid references organisations (id),
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index organisations_merged on organisations (merged_into) where merged_into is not null;

-- Every address an organisation ever had, the present one too: none is ever given to another.
create table organisation_addresses (
  slug text primary key,
  organisation uuid not null references organisations (id)
);
create index organisation_addresses_of on organisation_addresses (organisation);

-- Who belongs to which organisation, as what, from which day up to which day: the last one is not one any more.
create table memberships (
  id uuid primary key,
  person uuid not null references persons (id) on delete cascade,
  organisation uuid not null references organisations (id),
  title text not null,
  starts date not null,
  until date,
  check (until is null or until >= starts)
);
create index memberships_person on memberships (person);
create index memberships_organisation on memberships (organisation);

-- What somebody wants to be found by in the directory, and by whom, field by field. Who has no row here has opted into nothing.
create table directory_entries (
  person uuid primary key references persons (id) on delete cascade,
  post text not null,
  phone text not null,
  name_for text not null check (name_for in ('nobody', 'readers', 'public')),
  post_for text not null check (post_for in ('nobody', 'readers', 'public')),
  organisation_for text not null check (organisation_for in ('nobody', 'readers', 'public')),
  email_for text not null check (email_for in ('nobody', 'readers', 'public')),
  phone_for text not null check (phone_for in ('nobody', 'readers', 'public')),
  updated_at timestamptz not null
);

-- What was erased, when, and how much: nothing of whom.
create table erasures (
  number integer primary key,
  person uuid not null unique references persons (id),
  asked_at timestamptz,
  at timestamptz not null,
  actor text not null,
  account uuid,
  done jsonb not null
);
