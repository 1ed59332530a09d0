-- Evaluations: frozen, never changed. meta is what lists show, body the scores with all inputs and the facts as they were
-- handed in; the hash covers body and every judgement, in their order.
create table snapshot (
  snapshot_id uuid        primary key,
  plan_id     text        not null references plan,
  document    text        not null,
  as_of       date        not null,
  recorded_at timestamptz not null,
  meta        bytea       not null,
  body        bytea       not null,
  unique (plan_id, document)
);

create table snapshot_judgement (
  snapshot_id uuid     not null references snapshot,
  seq         integer  not null,
  kind        smallint not null,
  subject_id  text     not null,
  body        bytea    not null,
  primary key (snapshot_id, seq)
);

-- Scoring schemes that a snapshot once used: a version cannot change behind its pin.
create table scoring_scheme (
  name        text        not null,
  version     integer     not null,
  body        text        not null,
  recorded_at timestamptz not null,
  primary key (name, version)
);

create function frozen() returns trigger language plpgsql as $$
begin
  raise exception '% is frozen: % refused', tg_table_name, tg_op;
end
$$;

create trigger snapshot_is_frozen before update or delete or truncate on snapshot
  for each statement execute function frozen();
create trigger snapshot_judgement_is_frozen before update or delete or truncate on snapshot_judgement
  for each statement execute function frozen();
create trigger scoring_scheme_is_frozen before update or delete or truncate on scoring_scheme
  for each statement execute function frozen();
