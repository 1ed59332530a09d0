-- Bureaus as the registry tells of them; only what a mail needs.
create table bureau (
  bureau_id text   primary key,
  version   bigint not null,
  name_zh   text   not null,
  name_en   text   not null,
  parent_id text   not null,
  emails    text[] not null,
  language  text   not null
);

-- An alert as it stands now: a maintained pointer, the facts are in alert_transition.
create table alert (
  alert_id          text        primary key,
  kind              text        not null,
  plan_id           text        not null,
  subject_id        text        not null,
  name_zh           text        not null,
  name_en           text        not null,
  lead_bureau_id    text        not null,
  status            text        not null,
  severity          text        not null,
  paused            boolean     not null,
  opened_at         timestamptz not null,
  resolved_at       timestamptz,
  sentence_zh       text        not null,
  sentence_en       text        not null,
  simulated         boolean     not null,
  previous_alert_id text        not null,
  version           bigint      not null,
  told_at           timestamptz,
  told_transition   text,
  told_shortfall    double precision,
  told_chance       double precision,
  told_cause        text,
  told_severity     text,
  taken_by          text,
  taken_person      boolean,
  taken_bureau      text,
  taken_channel     text,
  taken_comment     text
);

create index alert_newest on alert (opened_at desc, alert_id desc);
create index alert_live on alert (opened_at desc, alert_id desc) where status <> 'RESOLVED';
create index alert_of_bureau on alert (lead_bureau_id, opened_at desc, alert_id desc);
create index alert_of_subject on alert (subject_id, opened_at desc, alert_id desc);
create index alert_status on alert (status);

-- What is held of a judged subject: its row lock orders everything that happens to the subject.
create table subject (
  kind              text   not null,
  plan_id           text   not null,
  subject_id        text   not null,
  judgement_version bigint not null,
  alert_id          text,
  primary key (kind, plan_id, subject_id)
);

-- Every step of every alert, appended and never changed.
create table alert_transition (
  alert_id       text        not null,
  version        bigint      not null,
  action         text        not null,
  status         text        not null,
  severity       text        not null,
  at             timestamptz not null,
  actor_name     text,
  actor_person   boolean,
  actor_bureau   text,
  actor_channel  text,
  cause_event_id text        not null,
  judgement_id   text        not null,
  comment        text        not null,
  recorded_at    timestamptz not null default now(),
  primary key (alert_id, version)
);

-- Mails, written and stored before they are sent. queued_at and next_attempt_at are the system's time, the others the
-- service clock's.
create table mail (
  mail_id         text        primary key,
  message_id      text        not null unique,
  thread_id       text        not null,
  alert_id        text        not null,
  transition_id   text        not null,
  bureau_id       text        not null,
  recipient       text        not null,
  language        text        not null,
  subject         text        not null,
  body_text       text        not null,
  body_html       text        not null,
  created_at      timestamptz not null,
  cause_event_at  timestamptz not null,
  status          text        not null default 'PENDING',
  attempts        int         not null default 0,
  last_answer     text        not null default '',
  unreached       boolean     not null default false,
  queued_at       timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  sent_at         timestamptz
);

create index mail_due on mail (next_attempt_at) where status = 'PENDING';
create index mail_newest on mail (created_at desc, mail_id desc);
create index mail_of_alert on mail (alert_id, created_at desc, mail_id desc);
create index mail_of_bureau on mail (bureau_id, created_at desc, mail_id desc);
create index mail_status on mail (status);

-- Every attempt to send a mail, with what the mail server answered.
create table mail_attempt (
  mail_id text        not null,
  attempt int         not null,
  at      timestamptz not null default now(),
  outcome text        not null,
  answer  text        not null,
  primary key (mail_id, attempt)
);

-- Notices whose bureau was not known when they fell due.
create table waiting_notice (
  transition_id   text        primary key,
  bureau_id       text        not null,
  alert_id        text        not null,
  alert_version   bigint      not null,
  severity        text        not null,
  kind            text        not null,
  at              timestamptz not null,
  cause_event_at  timestamptz not null,
  judgement       bytea       not null,
  told_at         timestamptz,
  told_transition text,
  told_shortfall  double precision,
  told_chance     double precision,
  told_cause      text,
  told_severity   text
);

create index waiting_notice_of_bureau on waiting_notice (bureau_id);
