-- A body of the Forum: Steering Group, Friends, advisory and working groups, mechanisms, Support Unit. Who sits in it from when until when, its
-- meetings, mandate and sources are one text with it (forum/governance/model.ts), so that a version holds all of a body.
create table bodies (
  id uuid primary key,
  -- Its address. Never given to another.
  slug text not null unique,
  kind text not null,
  content jsonb not null,
  -- When it was taken from the pages; nothing is deleted.
  hidden_at timestamptz,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- There is one Troika, one Steering Group, one circle of Friends and one Support Unit.
create unique index bodies_single on bodies (kind) where kind in ('troika', 'steering-group', 'friends', 'support-unit');
