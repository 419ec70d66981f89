-- Files that people attached. Their bytes stand in the data folder, by the id alone (src/platform/uploads/room.ts).
create table files (
  id uuid primary key,
  -- What they belong to: a draft, a practice.
  subject uuid not null,
  name text not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  -- Of a picture, in pixels.
  width integer,
  height integer,
  uploaded_by uuid references accounts (id) on delete set null,
  uploaded_at timestamptz not null,
  -- unscanned: there was no scanner; waiting: the scanner could not say yet.
  scan text not null check (scan in ('unscanned', 'waiting', 'clean', 'infected')),
  scan_due_at timestamptz not null
);
create index files_subject on files (subject);
create index files_scan on files (scan_due_at) where scan in ('unscanned', 'waiting');

-- The few versions that speak of files: a file is kept for as long as any of them does.
create index versions_with_files on versions (subject, number) where content -> 'attachments' <> '[]'::jsonb;

-- What became of addresses on other sites, when they were last looked at. An address that was not looked at yet has no outcome.
create table link_checks (
  address text primary key,
  outcome text check (outcome in ('ok', 'moved', 'gone', 'closed', 'unreachable', 'not-public')),
  moved_to text,
  status integer,
  checked_at timestamptz,
  -- How many looks in a row have failed.
  failures integer not null default 0,
  due_at timestamptz not null
);
create index link_checks_due on link_checks (due_at);
