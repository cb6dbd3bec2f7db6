-- What the pipeline has before it, of all organizations. Jobs of one that is suspended wait for it, and for no worker.
-- in   :now timestamptz
-- out  waiting (for a worker), held (by one), later, paused, failed bigint; oldest timestamptz, since when the longest of the
--      waiting is due, null when none is
select o.waiting, o.held, o.later, s.paused + o.suspended as paused, s.failed, o.oldest
from (
    select count(*) filter (where p.is_later) as later, count(*) filter (where p.is_held) as held,
        count(*) filter (where p.is_waiting) as waiting, min(p.due_at) filter (where p.is_waiting) as oldest,
        count(*) filter (where not p.is_later and not p.is_held and not p.is_waiting) as suspended
    from (
        select j.due_at, j.due_at > :now as is_later,
            j.due_at <= :now and j.locked_until is not null and j.locked_until > :now as is_held,
            j.due_at <= :now and (j.locked_until is null or j.locked_until <= :now) and o.status = 'ACTIVE' as is_waiting
        from pipeline_job j
        join organization o on o.id = j.organization_id
        where j.status in ('PENDING', 'RUNNING')) p) o
cross join (
    select count(*) filter (where j.status = 'PAUSED') as paused, count(*) filter (where j.status = 'FAILED') as failed
    from pipeline_job j
    where j.status in ('PAUSED', 'FAILED')) s;
