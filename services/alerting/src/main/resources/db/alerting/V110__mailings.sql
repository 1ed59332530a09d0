-- A mail may tell of many alerts.
alter table mail add column alert_ids text[] not null default '{}';
update mail set alert_ids = array[alert_id];

-- When the event that caused it arrived, by the system's clock.
alter table mail add column arrived_at timestamptz not null default now();
update mail set arrived_at = queued_at;

-- Which mails told of an alert, oldest first: what a later one answers, and what is listed with the alert.
create table mail_alert (
  mail_id   text   not null references mail,
  alert_id  text   not null,
  recipient text   not null,
  position  bigint generated always as identity,
  primary key (alert_id, mail_id)
);

insert into mail_alert (mail_id, alert_id, recipient) select mail_id, alert_id, recipient from mail order by created_at, mail_id;

create index mail_alert_first on mail_alert (alert_id, recipient, position);

alter table waiting_notice add column arrived_at timestamptz not null default now();
