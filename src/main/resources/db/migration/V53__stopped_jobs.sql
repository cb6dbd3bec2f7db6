-- Operators are told how many jobs stand still; most have ended.
create index pipeline_job_stopped on pipeline_job (status, due_at) where status in ('PAUSED', 'FAILED');
