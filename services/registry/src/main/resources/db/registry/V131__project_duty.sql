-- Which report a project owes next, as it was last told. A maintained pointer: what it follows from are the project's state, its
-- reports and the rules.
create table project_duty (
  plan_id       text collate "C" not null,
  project_id    text collate "C" not null,
  registered_at timestamptz not null,
  answered_to   date,
  version       bigint      not null,
  duty          bytea,
  primary key (plan_id, project_id)
);
comment on column project_duty.answered_to is 'the newest day that any report ever spoke of, corrected ones included';
comment on column project_duty.duty is 'waymark.type.v1.ReportingDuty as it was told; null: none is owed';

-- Projects that were there before are told of with their next event, or with the next rule.
insert into project_duty
select p.plan_id, p.project_id, e.recorded_at,
  (select max(r.valid_on) from project_event r where r.plan_id = p.plan_id and r.project_id = p.project_id and r.kind = 'reported'),
  0, null
from project p
join project_event e on e.plan_id = p.plan_id and e.project_id = p.project_id and e.version = 1;
