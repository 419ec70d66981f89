-- What was ticked so far held, of the text of by then.
update drafts
  set checklist = (
    select jsonb_object_agg(key, value || jsonb_build_object('holds', true, 'why', '', 'draft', drafts.id, 'version', drafts.version))
    from jsonb_each(checklist)
  )
  where checklist <> '{}';

-- Why a practice was withdrawn, and whether that stands at its address for everybody.
alter table practice_turns
  add column note text not null default '',
  add column note_public boolean not null default false;
