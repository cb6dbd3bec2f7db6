-- What the pipeline has before it, of all organizations.
-- in   :now timestamptz
-- out  state text (waiting, held, later, paused, failed), jobs bigint, oldest timestamptz (since when the longest one is due)
select
    case when j.due_at > :now then 'later' when j.locked_until > :now then 'held' else 'waiting' end as state,
    count(*) as jobs,
    min(j.due_at) as oldest
from pipeline_job j
where j.status in ('PENDING', 'RUNNING')
group by 1
union all
select lower(j.status), count(*), min(j.due_at)
from pipeline_job j
where j.status in ('PAUSED', 'FAILED')
group by 1;
