-- Passkeys (W3C Web Authentication): what a device signs in with. The key that is kept here only checks; it opens nothing.
create table passkeys (
  id uuid primary key,
  account uuid not null references accounts (id) on delete cascade,
  -- As the device calls it and as it sends it, base64url.
  credential text not null unique,
  public_key text not null,
  -- How often the device has used it, where it counts; one that goes back was copied.
  counter bigint not null,
  -- How the device is reached (usb, internal, hybrid …), and whether the key can be on several devices, and is.
  transports text[] not null,
  device_type text not null,
  backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_account on passkeys (account);

-- One person of a ministry's service is one account here.
create unique index sign_in_ways_issuer on sign_in_ways (issuer, subject) where issuer is not null;
