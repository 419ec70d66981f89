-- What a practice tells besides, and where it stands.
alter table practices
  -- Who answers for it, as they call themselves.
  add column owner text not null default '',
  add column results text not null default '',
  add column evaluations text[] not null default '{}',
  add column costs text not null default '',
  add column lessons text not null default '',
  add column needs text not null default '',
  -- The practices here that it was taken over from, by their ids.
  add column replicates text[] not null default '{}',
  -- Its texts in other languages, by language.
  add column translations jsonb not null default '{}',
  -- What is attached to it: a list of {id, name, type, size, caption}.
  add column attachments jsonb not null default '[]',
  add column standing text not null default 'published' check (standing in ('published', 'withdrawn', 'archived', 'merged')),
  -- When somebody last said that it is still so; null where nobody ever has.
  add column confirmed_at timestamptz,
  -- When its owner was last asked whether it is still so.
  add column reminded_at timestamptz,
  -- Whose it is: of a state, or of an account where there is no state. Neither: the Support Unit's.
  add column owner_state text,
  add column owner_account uuid references accounts (id) on delete set null,
  add column organisation uuid;
create index practices_owner_state on practices (owner_state) where owner_state is not null;
create index practices_owner_account on practices (owner_account) where owner_account is not null;
create index practices_organisation on practices (organisation) where organisation is not null;
create index former_addresses_base on former_addresses (regexp_replace(slug, '-[0-9]+$', ''));

-- Work on a practice that is not public: a new one, or the next state of one that is.
create table drafts (
  id uuid primary key,
  -- The practice it is to become the next state of; null for a new one until it is published.
  practice uuid references practices (id),
  -- The version of the practice that its form was made from; null for a new one.
  practice_version integer,
  stage text not null check (stage in ('draft', 'handed-in', 'in-review', 'question', 'published', 'put-away')),
  -- What was typed, field by field, as it was typed.
  form jsonb not null,
  version integer not null check (version > 0),
  owner_state text,
  owner_account uuid references accounts (id) on delete set null,
  organisation uuid,
  -- Who wrote first: shown beside it, whatever becomes of the account.
  author_name text not null,
  -- The curator who looks after it.
  reviewer uuid references accounts (id) on delete set null,
  -- A second curator is to look at it before it is published; who did.
  second_wanted boolean not null default false,
  second_reviewer uuid references accounts (id) on delete set null,
  -- What was checked, by name: {"sourced": {"by": "…", "at": "…"}}.
  checklist jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  handed_in_at timestamptz,
  -- Since when it is in its stage.
  stage_since timestamptz not null
);
-- Colleagues who change one practice work on one draft.
create unique index drafts_open on drafts (practice) where practice is not null and stage not in ('published', 'put-away');
create index drafts_stage on drafts (stage, stage_since);
create index drafts_owner_state on drafts (owner_state, stage) where owner_state is not null;
create index drafts_owner_account on drafts (owner_account, stage) where owner_account is not null;

-- What happened to a draft, turn by turn, and what was said at it.
create table draft_turns (
  id uuid primary key,
  draft uuid not null references drafts (id) on delete cascade,
  at timestamptz not null,
  account uuid references accounts (id) on delete set null,
  actor text not null,
  action text not null,
  note text not null
);
create index draft_turns_draft on draft_turns (draft, at);

-- Remarks on a field, until they are settled.
create table draft_comments (
  id uuid primary key,
  draft uuid not null references drafts (id) on delete cascade,
  -- A field of the form; null for a remark on the whole.
  field text,
  text text not null,
  at timestamptz not null,
  account uuid references accounts (id) on delete set null,
  actor text not null,
  settled_at timestamptz
);
create index draft_comments_draft on draft_comments (draft, at);
