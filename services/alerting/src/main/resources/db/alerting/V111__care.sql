-- How an alert is cared for (a serialised AlertCare), and when to look at it again: deadlines come from the index below,
-- never from a loop over everything.
alter table alert add column care bytea;
alter table alert add column category text not null default '';
alter table alert add column next_due timestamptz;

create index alert_due on alert (next_due) where next_due is not null;
create index alert_live_of_bureau on alert (lead_bureau_id) where status not in ('RESOLVED', 'RESTATED');

-- Alerts raised before there was a ladder are looked at once, and climb from then on.
update alert set next_due = opened_at where status <> 'RESOLVED';

-- The last judgement of a subject: what a reminder repeats.
alter table subject add column judgement bytea;
alter table subject add column course bytea;

create index alert_transition_of_judgement on alert_transition (judgement_id) where judgement_id <> '';

-- Who can be told for a bureau as well; four lists of equal length.
alter table bureau add column stand_in_names text[] not null default '{}';
alter table bureau add column stand_in_emails text[] not null default '{}';
alter table bureau add column stand_in_bureaus text[] not null default '{}';
alter table bureau add column stand_in_from date[] not null default '{}';
alter table bureau add column stand_in_until date[] not null default '{}';

-- Which bureaus support a project.
create table support (
  plan_id    text   not null,
  project_id text   not null,
  version    bigint not null,
  bureau_ids text[] not null,
  primary key (plan_id, project_id)
);

-- Notices that go out with others, or whose bureau is not known yet. due_at is the service clock's time, queued_at the
-- system's.
create table pending_notice (
  transition_id   text        not null,
  kind            text        not null,
  address         text        not null default '',
  bureau_id       text        not null,
  alert_id        text        not null,
  alert_version   bigint      not null,
  severity        text        not null,
  rung            text        not null default '',
  at              timestamptz not null,
  cause_event_at  timestamptz not null,
  arrived_at      timestamptz not null,
  due_at          timestamptz not null,
  queued_at       timestamptz not null default clock_timestamp(),
  judgement       bytea       not null,
  course          bytea       not null default '',
  told_at         timestamptz,
  told_transition text,
  told_shortfall  double precision,
  told_chance     double precision,
  told_cause      text,
  told_severity   text,
  position        bigint      generated always as identity,
  primary key (transition_id, kind, address)
);

insert into pending_notice (transition_id, kind, bureau_id, alert_id, alert_version, severity, at, cause_event_at, arrived_at, due_at,
  judgement, told_at, told_transition, told_shortfall, told_chance, told_cause, told_severity)
select transition_id, kind, bureau_id, alert_id, alert_version, severity, at, cause_event_at, arrived_at, at,
  judgement, told_at, told_transition, told_shortfall, told_chance, told_cause, told_severity from waiting_notice;

drop table waiting_notice;

create index pending_notice_due on pending_notice (due_at, bureau_id);
create index pending_notice_of_bureau on pending_notice (bureau_id, due_at);

-- Who keeps which alerts quiet, why and until when.
create table silence (
  silence_id    text        primary key,
  plan_id       text        not null,
  subject_id    text        not null,
  bureau_id     text        not null,
  category      text        not null,
  kind          text,
  severity      text,
  reason        text        not null,
  by_name       text        not null,
  by_person     boolean     not null,
  by_bureau     text        not null,
  by_channel    text        not null,
  from_at       timestamptz not null,
  until_at      timestamptz not null,
  warn_at       timestamptz,
  ended_name    text,
  ended_person  boolean,
  ended_bureau  text,
  ended_channel text,
  recorded_at   timestamptz not null default now()
);

create index silence_until on silence (until_at);
create index silence_warn on silence (warn_at) where warn_at is not null;

-- How somebody wants to be told; the last word counts, every word is kept.
create table preference (
  address        text        primary key,
  immediate_from text,
  digest         text        not null,
  quiet_from     time,
  quiet_to       time
);

create table preference_change (
  address        text        not null,
  immediate_from text,
  digest         text        not null,
  quiet_from     time,
  quiet_to       time,
  by_name        text        not null,
  by_bureau      text        not null,
  at             timestamptz not null,
  recorded_at    timestamptz not null default now()
);

create table digest (
  bureau_id text        not null,
  digest    text        not null,
  due_at    timestamptz not null,
  primary key (bureau_id, digest)
);

create index digest_due on digest (due_at);
