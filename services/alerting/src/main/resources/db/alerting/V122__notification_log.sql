-- Who was told what, when, by which message, over which channel, with what answer: appended and never changed. at is the
-- service clock's time, recorded_at the system's.
create table notification_log (
  number          bigint      generated always as identity primary key,
  at              timestamptz not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  channel         text        not null,
  notification_id text        not null,
  message_id      text        not null,
  recipient       text        not null,
  bureau_id       text        not null,
  alert_ids       text[]      not null,
  subject_ids     text[]      not null,
  subject         text        not null,
  attempt         int         not null,
  outcome         text        not null,
  answer          text        not null
);

create index notification_log_of_bureau on notification_log (bureau_id, number desc);
create index notification_log_of_recipient on notification_log (recipient, number desc);
create index notification_log_of_outcome on notification_log (outcome, number desc);
create index notification_log_of_channel on notification_log (channel, number desc);
create index notification_log_at on notification_log (at);
create index notification_log_of_alerts on notification_log using gin (alert_ids);
create index notification_log_of_subjects on notification_log using gin (subject_ids);

-- The same attempt, or the same report of a mail server about a mail, is noted once.
create unique index notification_log_once on notification_log (notification_id, attempt, outcome, md5(answer));

create function notification_log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'notification_log: % (expected: insert; what was told stays told)', tg_op;
end $$;

create trigger notification_log_is_append_only before update or delete on notification_log
  for each row execute function notification_log_is_append_only();

-- What was noted of attempts until now.
insert into notification_log (at, recorded_at, channel, notification_id, message_id, recipient, bureau_id, alert_ids, subject_ids,
  subject, attempt, outcome, answer)
select coalesce(m.sent_at, a.at), a.at, 'mail', m.mail_id, m.message_id, m.recipient, m.bureau_id, m.alert_ids,
  coalesce((select array_agg(distinct subject_id) from alert where alert_id = any(m.alert_ids)), '{}'),
  m.subject, a.attempt, case a.outcome when 'SENT' then 'ACCEPTED' when 'LATER' then 'PUT_OFF' else a.outcome end, a.answer
from mail_attempt a join mail m using (mail_id) order by a.at, a.mail_id, a.attempt;

drop table mail_attempt;
