-- Which indicators are made up of which, as the version in force says; parts may belong to another plan, and need not be
-- there yet.
create table rolls_up (
  plan_id           text not null,
  indicator_id      text not null,
  part_plan_id      text not null,
  part_indicator_id text not null,
  primary key (plan_id, indicator_id, part_plan_id, part_indicator_id),
  foreign key (plan_id, indicator_id) references indicator
);

create index rolls_up_part on rolls_up (part_plan_id, part_indicator_id);

-- Wholes that wait to be judged because a part was. A queue, not a lock: a district's report never waits for the city's
-- rows, and many reports of one moment make one judgement of the city.
create table roll_up_due (
  seq          bigint generated always as identity primary key,
  plan_id      text   not null,
  indicator_id text   not null,
  event_id     text   not null,
  project_id   text   not null,
  traceparent  text
);
