-- The job that has been due longest and that no worker holds. It stays locked until the transaction ends. Those of an organization
-- that is suspended wait.
-- in   :now timestamptz
-- out  id text, at most one row
select j.id
from pipeline_job j
join organization o on o.id = j.organization_id
where j.status in ('PENDING', 'RUNNING') and j.due_at <= :now and (j.locked_until is null or j.locked_until <= :now)
  and o.status = 'ACTIVE'
order by j.due_at
limit 1
for update of j skip locked;
