-- A part's figure that came late restates what was held of the whole, too.
alter table roll_up_due
  add column late_from date,
  add column late_zh   text,
  add column late_en   text;
comment on column roll_up_due.late_from is 'the day that the late or corrected figure speaks of; null if it came in time';
