-- A version of a target is an approved instrument: what it rests on, and from which day it is in force (valid time; the
-- recorded time stands beside it). What the plan itself states, and corrections of that, are in force from the beginning.
alter table target_version
  add column kind      smallint not null default 1,
  add column effective date     not null default '-infinity',
  add column document  text     not null default '',
  add column approver  text     not null default '',
  add column reason    text     not null default '';

-- Until now every further version came by an import: a correction.
update target_version set kind = 2 where version > 1;

alter table target_version alter column kind drop default;

comment on column target_version.kind is 'waymark.indicator.v1.InstrumentKind';

-- A version that takes effect later asks for a judgement on that day.
create index target_version_by_document on target_version (plan_id, target_id, effective) where document <> '';
