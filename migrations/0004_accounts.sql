-- Who can sign in. An account is made by invitation or at the command line, never by oneself.
create table accounts (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  name text not null,
  -- better-auth wants a place for a picture; nothing is ever put there.
  image text,
  language text not null,
  two_factor_enabled boolean not null default false,
  -- When somebody last signed in with it; null until the first time.
  signed_in_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table sessions (
  id uuid primary key,
  account uuid not null references accounts (id) on delete cascade,
  token text not null unique,
  user_agent text,
  ip_address text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_account on sessions (account);

-- Ways to sign in with something known or vouched for: a password, a ministry's own service (OpenID Connect).
create table sign_in_ways (
  id uuid primary key,
  account uuid not null references accounts (id) on delete cascade,
  provider text not null,
  issuer text,
  subject text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_ways_account on sign_in_ways (account);
create index sign_in_ways_subject on sign_in_ways (provider, subject);

-- What the sign-in remembers for minutes: the first step of two, a passkey's challenge, the state sent to a ministry's service.
create table sign_in_steps (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_steps_identifier on sign_in_steps (identifier);

create table second_factors (
  id uuid primary key,
  account uuid not null references accounts (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index second_factors_account on second_factors (account);

-- Links that work once. The link itself is never kept, only what it hashes to.
create table one_time_links (
  hash text primary key,
  purpose text not null,
  account uuid not null references accounts (id) on delete cascade,
  -- The address an e-mail change is about; the link is void when the change is another one by now.
  address text,
  expires_at timestamptz not null
);
create index one_time_links_account on one_time_links (account, purpose);

-- A change of address that waits for both addresses to say yes.
create table email_changes (
  account uuid primary key references accounts (id) on delete cascade,
  address text not null,
  old_confirmed boolean not null,
  new_confirmed boolean not null
);
