-- Whose the name beside a draft is: of two of one name, the right one is erased.
alter table drafts add column account uuid references accounts (id) on delete set null;
-- Who began it is known from the turn; where that does not say, from a name that one person alone bears.
update drafts set account = begun.account
  from draft_turns begun where begun.draft = drafts.id and begun.action = 'begin' and begun.actor = drafts.author_name;
update drafts set account = theirs.account
  from persons theirs
  where drafts.account is null and theirs.account is not null and theirs.name = drafts.author_name and theirs.name <> 'Support Unit'
    and not exists (select 1 from persons other where other.name = theirs.name and other.id <> theirs.id)
    and not exists (select 1 from draft_turns begun where begun.draft = drafts.id and begun.action = 'begin');
create index drafts_account on drafts (account) where account is not null;
