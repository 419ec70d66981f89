-- Every count of a survey's answers that was shown to somebody, be it to its hosts alone: a later one must give nothing away beside it.
create table survey_counts (
  id uuid primary key,
  survey uuid not null references surveys (id),
  number integer not null check (number > 0),
  at timestamptz not null,
  -- Whether the survey was over.
  final boolean not null,
  -- What was shown, and what must be kept to compare with: forum/survey/results/model.ts.
  results jsonb not null,
  shown jsonb not null,
  -- The questions as they stood.
  content jsonb not null,
  -- What was published of it, frozen: with the texts that were chosen. Null where nothing was.
  published jsonb,
  published_at timestamptz,
  unique (survey, number),
  check ((published is null) = (published_at is null))
);
create index survey_counts_published on survey_counts (survey, number) where published is not null;

-- Under which theme a text stands. It is known by what it says, not by who said it.
create table survey_text_themes (
  survey uuid not null references surveys (id),
  question text not null,
  text_hash text not null,
  -- The code of a theme, or 'other'.
  theme text not null,
  primary key (survey, question, text_hash)
);

-- Which options of a survey became sub-themes of which edition.
create table survey_themes (
  survey uuid not null references surveys (id),
  edition uuid not null references editions (id),
  question text not null,
  option text not null,
  at timestamptz not null,
  primary key (survey, edition, question, option)
);
create index survey_themes_edition on survey_themes (edition);
