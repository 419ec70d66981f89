-- A text that was handed in is somebody's: of a state or an organisation. Its public version says whose, and names no person.
alter table drafts add column handed_in_for jsonb;
alter table versions add column behalf jsonb;
