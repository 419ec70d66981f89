-- Who was taken over from whom is asked from both ends; most practices were taken over from none.
create index practices_replicates on practices using gin (replicates) where replicates <> '{}';

-- A place asks to take a practice over. Not for the public: whoever asked and whoever answers for the practice see it.
create table replication_requests (
  id uuid primary key,
  practice uuid not null references practices (id),
  asked_at timestamptz not null,
  -- Who asked; what they asked goes with their account.
  account uuid not null references accounts (id) on delete cascade,
  -- From which place, as they call it.
  place text not null,
  message text not null,
  answer text check (answer in ('yes', 'not-now')),
  -- What was said besides.
  answer_text text not null default '',
  answered_at timestamptz,
  -- Who answered, by name.
  answered_by text,
  check ((answer is null) = (answered_at is null))
);
-- One waiting question of one person about one practice.
create unique index replication_requests_waiting on replication_requests (practice, account) where answer is null;
create index replication_requests_account on replication_requests (account, asked_at);
