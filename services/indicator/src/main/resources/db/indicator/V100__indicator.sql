-- Definitions as imported. Versions are appended and never changed; plan, indicator and project hold the pointers to
-- the version in force and are the rows that a judging transaction locks.
create table plan (
  plan_id text   primary key,
  version bigint not null
);

create table plan_version (
  plan_id     text        not null references plan,
  version     bigint      not null,
  body        bytea       not null,
  recorded_at timestamptz not null,
  actor       bytea       not null,
  primary key (plan_id, version)
);

create table indicator (
  plan_id      text   not null references plan,
  indicator_id text   not null,
  version      bigint not null,
  follows_id   text   not null default '',
  primary key (plan_id, indicator_id)
);

create index indicator_follows on indicator (plan_id, follows_id) where follows_id <> '';

create table indicator_version (
  plan_id      text        not null,
  indicator_id text        not null,
  version      bigint      not null,
  body         bytea       not null,
  recorded_at  timestamptz not null,
  actor        bytea       not null,
  primary key (plan_id, indicator_id, version),
  foreign key (plan_id, indicator_id) references indicator
);

create table target (
  plan_id      text   not null,
  target_id    text   not null,
  indicator_id text   not null,
  version      bigint not null,
  due          date   not null,
  primary key (plan_id, target_id),
  foreign key (plan_id, indicator_id) references indicator
);

create index target_of_indicator on target (plan_id, indicator_id);

create table target_version (
  plan_id     text        not null,
  target_id   text        not null,
  version     bigint      not null,
  body        bytea       not null,
  recorded_at timestamptz not null,
  actor       bytea       not null,
  primary key (plan_id, target_id, version),
  foreign key (plan_id, target_id) references target
);

-- Figures: valid time is period_end, recorded time is recorded_at. A later figure for a period supersedes.
create table observation (
  observation_id uuid        primary key,
  seq            bigint      generated always as identity,
  plan_id        text        not null,
  indicator_id   text        not null,
  period_end     date        not null,
  value          numeric     not null,
  recorded_at    timestamptz not null,
  body           bytea       not null,
  foreign key (plan_id, indicator_id) references indicator
);

create index observation_of_indicator on observation (plan_id, indicator_id, period_end, seq desc);

-- Projects as the registry told of them: every version, with the time at which this service learnt it.
create table project (
  plan_id    text   not null,
  project_id text   not null,
  version    bigint not null,
  primary key (plan_id, project_id)
);

create table project_version (
  plan_id     text        not null,
  project_id  text        not null,
  version     bigint      not null,
  body        bytea       not null,
  recorded_at timestamptz not null,
  event_id    uuid        not null,
  primary key (plan_id, project_id, version),
  foreign key (plan_id, project_id) references project
);

-- Which projects ever said that they feed an indicator; what they add now stands in their own state.
create table feeds (
  plan_id      text not null,
  indicator_id text not null,
  project_id   text not null,
  primary key (plan_id, indicator_id, project_id)
);

create table bureau (
  bureau_id text   primary key,
  version   bigint not null,
  body      bytea  not null
);

-- Verdicts: appended with their arithmetic. subject holds the pointer to the one in force and what lists ask for.
create table judgement (
  judgement_id uuid        primary key,
  plan_id      text        not null,
  kind         smallint    not null,
  subject_id   text        not null,
  version      bigint      not null,
  as_of        date        not null,
  recorded_at  timestamptz not null,
  body         bytea       not null,
  steps        bytea       not null,
  unique (plan_id, subject_id, kind, version)
);

create table subject (
  plan_id        text        not null,
  kind           smallint    not null,
  subject_id     text        not null,
  version        bigint      not null,
  judgement_id   uuid        not null references judgement,
  overall        smallint    not null,
  rank           smallint    not null,
  category       text        not null,
  lead_bureau_id text        not null,
  search         text        not null,
  simulated      boolean     not null,
  next_due       timestamptz not null,
  primary key (plan_id, kind, subject_id)
);

create index subject_by_rank on subject (plan_id, rank, kind, subject_id);
create index subject_next_due on subject (next_due);

-- Replies to commands with an idempotency key: the key is a bureau's for ever.
create table command_reply (
  bureau_id       text        not null,
  idempotency_key text        not null,
  request_hash    bytea       not null,
  reply           bytea       not null,
  recorded_at     timestamptz not null,
  primary key (bureau_id, idempotency_key)
);
