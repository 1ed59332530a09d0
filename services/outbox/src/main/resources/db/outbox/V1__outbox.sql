-- Events that wait to be published. Written in the transaction that made them, deleted once the broker has them.
create table outbox (
  seq         bigint generated always as identity primary key,
  event_id    uuid        not null,
  topic       text        not null,
  key         text        not null,
  type        text        not null,
  payload     bytea       not null,
  occurred_at timestamptz not null,
  traceparent text
);

-- Events that were handled, so that a repeat is dropped. Pruned once they are older than any topic's retention.
create table inbox (
  consumer    text        not null,
  event_id    uuid        not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

create index inbox_received_at on inbox (received_at);
