-- Personal tokens: what a person's own programs show to the API. Of the token itself only its hash is kept.
create table personal_tokens (
  id uuid primary key,
  account uuid not null references accounts (id) on delete cascade,
  hash text not null unique,
  name text not null,
  -- What it lets do, of all that its person may do.
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- To the minute.
  last_used_at timestamptz
);
create index personal_tokens_account on personal_tokens (account);
