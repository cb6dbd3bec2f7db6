-- With very many charges, an index takes longer than a statement may.
set local statement_timeout = 0;

-- Since when it is not there for anybody: its rows are deleted in steps, and this one is the last.
alter table mission add column deleted_at timestamptz;
create index mission_deleted on mission (deleted_at) where deleted_at is not null;

-- As it was, of those that are there.
drop index mission_count;
create index mission_count on mission (organization_id, mode, status) where deleted_at is null;

-- A mission or an item that is deleted looks for those that belong to it.
create index rewrite_job_mission on rewrite_job (mission_id);

-- What it spent so far was held against its budget alone.
create function forget_purses_of_missions() returns trigger language plpgsql as $$
begin
    delete from budget b using old_rows o
    where b.organization_id = o.organization_id and b.mode = o.mode and b.purse = 'mission:' || o.id;
    return null;
end $$;

create trigger mission_purses_forgotten after delete on mission
    referencing old table as old_rows for each statement execute function forget_purses_of_missions();

-- What is forgotten after a while.
create index sandbox_post_age on sandbox_post (at);
create index ledger_entry_of_test on ledger_entry (at) where mode = 'TEST';

-- Planning asks for those of an organization in a stretch of time, whatever missions they are of.
create index calendar_slot_time on calendar_slot (organization_id, mode, at) where dropped_reason is null;

-- What an organization spent since the first of the month is added up from the index alone.
drop index ledger_entry_time;
create index ledger_entry_time on ledger_entry (organization_id, mode, at) include (cost_cents);
