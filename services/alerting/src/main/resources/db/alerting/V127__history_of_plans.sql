-- Until when a catch-up plan runs and to whom an alert was given stand in the history too: the alert itself has only the last.
alter table alert_transition
  add column plan_by date,
  add column assignee text not null default '';
