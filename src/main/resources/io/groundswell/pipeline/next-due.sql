-- The job that has been due longest and that no worker holds. It stays locked until the transaction ends.
-- in   :now timestamptz
-- out  id text, at most one row
select id from pipeline_job
where status in ('PENDING', 'RUNNING') and due_at <= :now and (locked_until is null or locked_until <= :now)
order by due_at
limit 1
for update skip locked;
