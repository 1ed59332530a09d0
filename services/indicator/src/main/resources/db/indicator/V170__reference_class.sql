-- Indicators of one class, in whichever plans, are the same quantity in comparable places.
alter table indicator add column reference_class text not null default '';

create index indicator_by_reference_class on indicator (reference_class) where reference_class <> '';
