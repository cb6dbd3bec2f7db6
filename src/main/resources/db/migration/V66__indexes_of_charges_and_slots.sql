-- With very many charges, an index takes longer than a statement may.
set local statement_timeout = 0;

-- A mission or an item that is deleted looks for those that belong to it.
create index rewrite_job_mission on rewrite_job (mission_id);

-- What is forgotten after a while.
create index sandbox_post_age on sandbox_post (at);
create index ledger_entry_of_test on ledger_entry (at) where mode = 'TEST';

-- Planning asks for those of an organization in a stretch of time, whatever missions they are of.
create index calendar_slot_time on calendar_slot (organization_id, mode, at) where dropped_reason is null;

-- What an organization spent since the first of the month is added up from the index alone.
drop index ledger_entry_time;
create index ledger_entry_time on ledger_entry (organization_id, mode, at) include (cost_cents);
