-- How far each follower of the outbox has come.
create table followers (
  name text primary key,
  sequence bigint not null
);

-- What the clock of the server does again and again, and when it is next due: known to every server, and after a restart.
create table clock_jobs (
  name text primary key,
  due_at timestamptz not null
);

-- What was done with where a practice stands, and by whom.
create table practice_turns (
  id uuid primary key,
  practice uuid not null references practices (id),
  at timestamptz not null,
  account uuid references accounts (id) on delete set null,
  actor text not null,
  action text not null
);
create index practice_turns_practice on practice_turns (practice, at);

-- What somebody is told. It holds no text of a draft: that is read, where it still may be, when the notification is.
create table notifications (
  id uuid primary key,
  recipient uuid not null references accounts (id) on delete cascade,
  kind text not null,
  -- The turn, remark or reminder it tells of: nobody is told of one twice.
  source uuid not null,
  draft uuid references drafts (id) on delete cascade,
  practice uuid references practices (id),
  -- Who did it, and when. No account: the clock did.
  account uuid references accounts (id) on delete set null,
  actor text not null,
  at timestamptz not null,
  -- When it was told; mail is due by this.
  told_at timestamptz not null,
  read_at timestamptz,
  -- The mail it goes out with; null as long as it is in none.
  mail uuid,
  unique (recipient, source)
);
create index notifications_recipient on notifications (recipient, id);
create index notifications_unread on notifications (recipient) where read_at is null;
create index notifications_unmailed on notifications (recipient, told_at) where mail is null;
create index notifications_mail on notifications (mail) where mail is not null;

-- How often somebody wants mail; who has no row here gets a daily digest.
create table mail_choices (
  account uuid primary key references accounts (id) on delete cascade,
  rhythm text not null check (rhythm in ('at-once', 'daily', 'weekly', 'never'))
);

-- What nobody has confirmed for long is looked for by this.
create index practices_currency on practices ((coalesce(confirmed_at, updated_at))) where standing = 'published';
