-- What the end of a mission's last cycle found. The record of the stage that finds it is empty while the next cycle runs.
alter table pipeline_job add column learned jsonb;

update pipeline_job
set learned = stages -> 'OPTIMIZE' -> 'output' -> 'insights'
where stages -> 'OPTIMIZE' -> 'output' -> 'insights' is not null;
