-- Messages to channels other than mail, written and stored before they are sent. queued_at and next_attempt_at are the
-- system's time, created_at and sent_at the service clock's. STANDING: taken, and repeated until the alert is over;
-- SUPERSEDED: a later message about the alert took its place.
create table channel_message (
  message_id      text        primary key,
  channel         text        not null,
  bureau_id       text        not null,
  alert_ids       text[]      not null,
  subject_ids     text[]      not null,
  subject         text        not null,
  body            text        not null,
  created_at      timestamptz not null,
  arrived_at      timestamptz not null,
  alert_id        text        not null,
  variant         text        not null,
  told            boolean     not null default false,
  ended           boolean     not null default false,
  status          text        not null default 'PENDING',
  attempts        int         not null default 0,
  last_answer     text        not null default '',
  unreached       boolean     not null default false,
  queued_at       timestamptz not null default clock_timestamp(),
  next_attempt_at timestamptz not null default clock_timestamp(),
  sent_at         timestamptz
);

create index channel_message_due on channel_message (channel, next_attempt_at) where status in ('PENDING', 'STANDING');
create index channel_message_of_alert on channel_message (channel, alert_id) where status in ('PENDING', 'STANDING') and alert_id <> '';
