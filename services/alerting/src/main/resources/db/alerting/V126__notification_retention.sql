-- Lines that are older than what is kept may go, and only they: whoever deletes says in the same transaction before which moment
-- (of the service clock), and a younger line is refused as ever. Without that word nothing can be deleted.
create or replace function notification_log_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < nullif(current_setting('waymark.forget_before', true), '')::timestamptz then
    return old;
  end if;
  raise exception 'notification_log: % (expected: insert; what was told stays told)', tg_op;
end $$;
