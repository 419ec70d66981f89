-- Persons. Somebody may be known without being able to sign in, and stays known when an account is erased.
create table persons (
  id uuid primary key,
  account uuid unique references accounts (id) on delete set null,
  name text not null,
  created_at timestamptz not null
);

-- Who holds which role, of what, from which day up to which day: the last one is not held any more.
create table role_terms (
  id uuid primary key,
  person uuid not null references persons (id) on delete cascade,
  role text not null,
  -- A country's code for a focal point, a mechanism for its coordinator.
  role_of text,
  starts date not null,
  until date,
  check (until is null or until >= starts)
);
create index role_terms_person on role_terms (person);
create index role_terms_role on role_terms (role, role_of);

-- Persons who asked to have their data erased, until it was done.
create table erasure_requests (
  person uuid primary key references persons (id) on delete cascade,
  asked_at timestamptz not null
);
