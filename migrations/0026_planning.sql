-- What is due in an edition's year: from the survey to the report.
create table milestones (
  id uuid primary key,
  edition uuid not null references editions (id),
  kind text not null,
  -- The last day; what begins earlier says so in its content.
  due date not null,
  -- Whose it is to see to it: a role, of one state or mechanism or of all. Null where nobody with a role owes it.
  role text,
  role_of text,
  public boolean not null,
  hidden boolean not null default false,
  done_at timestamptz,
  -- Who said that it is done.
  actor text,
  account uuid,
  -- Title, note, first day, who else owes it, address, days before which to remind: forum/planning/model.ts.
  content jsonb not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((done_at is null) = (actor is null))
);
create index milestones_edition on milestones (edition, due);
create index milestones_open on milestones (due) where done_at is null and not hidden;

-- Of which milestone people were reminded, so many days before it was due. Gone where it becomes due another day.
create table milestone_reminders (
  milestone uuid not null references milestones (id) on delete cascade,
  days integer not null,
  primary key (milestone, days)
);

-- An address at which somebody's calendar finds what is due; its secret is kept as a hash alone.
create table planning_feeds (
  account uuid primary key references accounts (id) on delete cascade,
  secret_hash text not null unique,
  made_at timestamptz not null
);

-- What was seen to when one edition hands over to the next.
create table handover_ticks (
  edition uuid not null references editions (id),
  item text not null,
  at timestamptz not null,
  actor text not null,
  account uuid,
  primary key (edition, item)
);
