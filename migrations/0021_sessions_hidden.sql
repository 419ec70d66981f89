-- Deleting hides: a session that was written down by mistake is shown to nobody but those who prepare the programme.
alter table programme_sessions add column hidden boolean not null default false;
