-- Which target of another plan a target is a step to, as the version in force says: an annual plan's to the five-year one.
-- Filled when a plan is imported, whether or not the target changed.
alter table target
  add column serves_plan_id   text not null default '',
  add column serves_target_id text not null default '';

create index target_serves on target (serves_plan_id, serves_target_id) where serves_plan_id <> '';
