-- Whether what somebody is told waits on them: then it goes by mail at once, unless they chose otherwise.
alter table notifications add column waits boolean not null default false;
-- Who has no row here gets what waits at once and the rest once a day; 'daily' is what somebody chose.
alter table mail_choices drop constraint mail_choices_rhythm_check;
alter table mail_choices add constraint mail_choices_rhythm_check
  check (rhythm in ('waits-at-once', 'at-once', 'daily', 'weekly', 'never'));
