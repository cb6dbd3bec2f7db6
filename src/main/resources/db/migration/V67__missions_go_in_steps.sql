-- Since when it is not there for anybody: its rows are deleted in steps, and this one is the last.
alter table mission add column deleted_at timestamptz;
create index mission_deleted on mission (deleted_at) where deleted_at is not null;

-- As it was, of those that are there.
drop index mission_count;
create index mission_count on mission (organization_id, mode, status) where deleted_at is null;

-- What it spent so far was held against its budget alone.
create function forget_purses_of_missions() returns trigger language plpgsql as $$
begin
    delete from budget b using old_rows o
    where b.organization_id = o.organization_id and b.mode = o.mode and b.purse = 'mission:' || o.id;
    return null;
end $$;

create trigger mission_purses_forgotten after delete on mission
    referencing old table as old_rows for each statement execute function forget_purses_of_missions();
