-- Until when figures are due; appended, of two for one indicator the later one holds. The usual rules are not kept here.
create table reporting_rule (
  seq          bigint      generated always as identity primary key,
  plan_id      text        not null,
  subject_id   text        not null,
  frequency    text        not null,
  months_after integer     not null,
  day          integer     not null,
  grace_days   integer     not null,
  effective    date        not null,
  recorded_at  timestamptz not null,
  actor        bytea       not null
);
comment on column reporting_rule.subject_id is 'the indicator; empty for the whole plan';

create index reporting_rule_of_plan on reporting_rule (plan_id, seq);
