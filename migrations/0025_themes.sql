-- What a forum says of its themes: its own, and how it calls those that come with the program (vocab/themes.ts).
create table themes (
  id uuid primary key,
  code text not null unique,
  -- Name and description in the Forum's languages, other words for it; whether it is still offered: forum/themes/model.ts.
  content jsonb not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
