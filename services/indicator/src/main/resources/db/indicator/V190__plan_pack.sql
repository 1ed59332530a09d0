-- What plan packs note of their rows beside what the other tables hold, and how targets are shared out. Versions are
-- appended and never changed; the highest one counts, and one without rows or shares means that there are none.
create table pack_note (
  plan_id     text        not null references plan,
  sheet       text        not null,
  item        text        not null,
  version     bigint      not null,
  body        bytea       not null,
  recorded_at timestamptz not null,
  actor       bytea       not null,
  primary key (plan_id, sheet, item, version)
);

comment on column pack_note.body is 'waymark.indicator.v1.PackNotes';

create table decomposition (
  plan_id     text        not null,
  target_id   text        not null,
  kind        smallint    not null,
  version     bigint      not null,
  body        bytea       not null,
  recorded_at timestamptz not null,
  actor       bytea       not null,
  primary key (plan_id, target_id, kind, version),
  foreign key (plan_id, target_id) references target
);

comment on column decomposition.kind is 'waymark.indicator.v1.ShareKind';
comment on column decomposition.body is 'waymark.indicator.v1.Decomposition';
