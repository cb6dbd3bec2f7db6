-- Since when it is not there for anybody: its rows are deleted in steps, and this one is the last.
alter table mission add column deleted_at timestamptz;
create index mission_deleted on mission (deleted_at) where deleted_at is not null;

-- As it was, of those that are there.
drop index mission_count;
create index mission_count on mission (organization_id, mode, status) where deleted_at is null;

-- A mission or an item that is deleted looks for those that belong to it.
create index rewrite_job_mission on rewrite_job (mission_id);
