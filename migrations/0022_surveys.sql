-- A survey of what matters, asked of states through their focal points and of the mechanisms.
create table surveys (
  id uuid primary key,
  -- Its address. Never given to another.
  slug text not null unique,
  -- The edition whose themes it prepares; null where that is not said.
  edition uuid references editions (id),
  state text not null check (state in ('draft', 'open', 'closed')),
  -- Sections, questions, options, conditions, their wording: forum/survey/model.ts.
  content jsonb not null,
  version integer not null check (version > 0),
  -- The version with which it was opened: what came after it corrects wording alone.
  opened_version integer,
  opened_at timestamptz,
  -- Until when it is answered, and the IANA zone in which that is said.
  closes_at timestamptz,
  zone text not null,
  closed_at timestamptz,
  -- How many days before the end those who have not answered are reminded, and which of these reminders went out.
  remind_days integer[] not null,
  reminded_days integer[] not null,
  -- Put away: hidden, not deleted.
  hidden_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state = 'draft') = (opened_at is null)),
  check ((state = 'closed') = (closed_at is not null))
);
create index surveys_open on surveys (closes_at) where state = 'open';

-- Who was asked to answer for a state or a mechanism: its focal points and coordinators, and colleagues they asked in turn.
create table survey_invitations (
  id uuid primary key,
  survey uuid not null references surveys (id),
  respondent_kind text not null check (respondent_kind in ('state', 'mechanism')),
  respondent text not null,
  -- The focal point's or coordinator's account; null for a colleague, who needs none.
  invitee uuid references accounts (id) on delete cascade,
  -- A colleague's name and address; empty for whoever has an account, and once they are needed no more.
  name text not null,
  email text not null,
  language text not null,
  -- Who asked the colleague, by name and account.
  actor text,
  account uuid,
  invited_at timestamptz not null,
  -- Taken back: its links lead nowhere.
  ended_at timestamptz
);
create unique index survey_invitations_invitee on survey_invitations (survey, respondent_kind, respondent, invitee)
  where invitee is not null;
create index survey_invitations_respondent on survey_invitations (survey, respondent_kind, respondent);

-- Personal links. The link itself is never kept, only what it hashes to.
create table survey_links (
  hash text primary key,
  invitation uuid not null references survey_invitations (id) on delete cascade,
  expires_at timestamptz not null
);
create index survey_links_expire on survey_links (expires_at);

-- One response a state, one a mechanism.
create table survey_responses (
  id uuid primary key,
  survey uuid not null references surveys (id),
  respondent_kind text not null check (respondent_kind in ('state', 'mechanism')),
  respondent text not null,
  -- What is being written, by the code of the question, and whether the state may be named in public.
  answers jsonb not null,
  named boolean not null,
  -- What was sent last; null until something was.
  sent_answers jsonb,
  sent_named boolean,
  sent_version integer,
  sent_at timestamptz,
  -- The version of the survey whose wording was read when it was sent.
  survey_version integer,
  language text not null,
  -- Entered by the Support Unit after the end, and from whom it was had.
  on_behalf boolean not null,
  received_from text not null,
  version integer not null check (version > 0),
  -- Who wrote last.
  actor text not null,
  account uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((sent_answers is null) = (sent_at is null)),
  unique (survey, respondent_kind, respondent)
);
