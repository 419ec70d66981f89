-- An address that was once given is never given to another: it leads to where its practice stands now.
create table former_addresses (
  slug text primary key,
  practice uuid not null references practices (id)
);
create index former_addresses_practice on former_addresses (practice);
