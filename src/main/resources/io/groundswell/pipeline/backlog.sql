-- What the pipeline has before it, of all organizations.
-- in   :now timestamptz
-- out  waiting (for a worker), held (by one), later, paused, failed bigint; oldest timestamptz, since when the longest of the
--      waiting is due, null when none is
select o.waiting, o.held, o.later, s.paused, s.failed, o.oldest
from (
    select count(*) filter (where j.due_at > :now) as later,
        count(*) filter (where j.due_at <= :now and j.locked_until > :now) as held,
        count(*) filter (where j.due_at <= :now and (j.locked_until is null or j.locked_until <= :now)) as waiting,
        min(j.due_at) filter (where j.due_at <= :now and (j.locked_until is null or j.locked_until <= :now)) as oldest
    from pipeline_job j
    where j.status in ('PENDING', 'RUNNING')) o
cross join (
    select count(*) filter (where j.status = 'PAUSED') as paused, count(*) filter (where j.status = 'FAILED') as failed
    from pipeline_job j
    where j.status in ('PAUSED', 'FAILED')) s;
