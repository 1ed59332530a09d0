-- Names of bureaus as they were told: a judgement carries the name, so a replay needs the version that was in force.
create table bureau_version (
  bureau_id   text        not null,
  version     bigint      not null,
  body        bytea       not null,
  recorded_at timestamptz not null,
  primary key (bureau_id, version)
);

-- Since when they were known was not kept before.
insert into bureau_version (bureau_id, version, body, recorded_at)
select bureau_id, version, body, '-infinity' from bureau;

-- The judgement of the same as-of date that a late or corrected figure made untrue; null if it restates nothing.
alter table judgement add column restates uuid references judgement;

-- A late figure asks for the dates that were judged since.
create index judgement_of_day on judgement (plan_id, kind, subject_id, as_of, version desc);

comment on column subject.version is 'the highest version of its judgements, restatements of the past included';
