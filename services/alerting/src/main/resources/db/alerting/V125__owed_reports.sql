-- Which report a subject owes next, as the registry told it (a serialised OverdueReport; null: none), and when to see whether it
-- came: deadlines come from the index below, never from a loop over everything.
alter table subject add column owed_version bigint not null default 0;
alter table subject add column owed bytea;
alter table subject add column owed_at timestamptz;

create index subject_owed on subject (owed_at) where owed_at is not null;
