-- Ids are compared byte by byte (collate "C"): the same order everywhere, and a page token means the same on every machine.
-- Facts are appended to project_event and bureau_event; project and bureau hold the state after the last one.

create table bureau_event (
  bureau_id    text collate "C" not null,
  version      bigint      not null,
  kind         text        not null,
  recorded_at  timestamptz not null,
  actor_name   text        not null,
  actor_person boolean     not null,
  actor_bureau text        not null,
  channel      text        not null,
  body         bytea       not null,
  primary key (bureau_id, version)
);
comment on column bureau_event.body is 'waymark.registry.v1.Bureau';

create table bureau (
  bureau_id text collate "C" primary key,
  version   bigint not null,
  state     bytea  not null
);
comment on column bureau.state is 'waymark.registry.v1.Bureau';

create table project_event (
  plan_id      text collate "C" not null,
  project_id   text collate "C" not null,
  version      bigint      not null,
  kind         text        not null,
  valid_on     date        not null,
  recorded_at  timestamptz not null,
  actor_name   text        not null,
  actor_person boolean     not null,
  actor_bureau text        not null,
  channel      text        not null,
  body         bytea       not null,
  primary key (plan_id, project_id, version)
);
comment on column project_event.valid_on is 'the day that the event speaks of: as-of date of a report, first day of a stop or of its end, else the day of recording';
comment on column project_event.body is 'by kind: registered, revised: waymark.registry.v1.Project; reported: ProgressReport; suspended, resumed: Suspension';

create table project (
  plan_id        text collate "C" not null,
  project_id     text collate "C" not null,
  version        bigint not null,
  category       text   not null,
  lead_bureau_id text   not null,
  reports        bigint not null,
  state          bytea  not null,
  primary key (plan_id, project_id)
);
comment on column project.reports is 'how many reports were recorded, superseded ones included';
comment on column project.state is 'waymark.registry.v1.ProjectState';

-- Kept for ever: a key means one request.
create table command_reply (
  bureau_id       text collate "C" not null,
  idempotency_key text        not null,
  fingerprint     bytea       not null,
  report_id       text        not null,
  version         bigint      not null,
  recorded_at     timestamptz not null,
  primary key (bureau_id, idempotency_key)
);
comment on column command_reply.fingerprint is 'SHA-256 of the request';
