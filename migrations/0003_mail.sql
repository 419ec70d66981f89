-- Mail that waits to be sent or was given up: queued in the transaction that wants it, gone from here once it was sent.
-- What is written in it is made when it is sent, so that no one-time link ever stands in the database.
create table mails (
  id uuid primary key,
  recipient text not null,
  letter text not null,
  data jsonb not null,
  language text not null,
  state text not null check (state in ('waiting', 'given-up')),
  queued_at timestamptz not null,
  due_at timestamptz not null,
  claimed_until timestamptz,
  tries integer not null,
  problem text
);
create index mails_due on mails (due_at) where state = 'waiting';
