-- What is the matter and in whose hands it is, so that both can be asked for; the whole care is in the bytes beside them.
alter table alert add column concern text not null default 'PROGRESS';
alter table alert add column assignee text not null default '';

-- A serialised AlertCare begins with its concern: field 1, value 2 is silence.
update alert set concern = 'SILENCE' where substring(care from 1 for 2) = '\x0802'::bytea;

create index alert_of_assignee on alert (assignee, opened_at desc, alert_id desc) where assignee <> '';
create index alert_of_concern on alert (concern, opened_at desc, alert_id desc) where concern <> 'PROGRESS';
