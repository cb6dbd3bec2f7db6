-- Items that waited for a reviewer for as long as they may; they are held for the caller. Goes by mission, since there
-- are many waiting items for each mission and most missions let them wait for ever. One that was changed and waits anew
-- by the time it is held is none of them: nobody has had the time to look at it.
-- in   :now timestamptz
-- out  id text, organization_id text, mode text
with late as (
    select item.id, item.pending_since
    from mission m
    join organization o on o.id = m.organization_id
    cross join lateral (
        select coalesce(
            cast(m.constraints ->> 'auto_approve_after_hours' as double precision),
            cast(o.config -> 'approval' ->> 'auto_approve_after_hours' as double precision)) as hours) wait
    cross join lateral (
        select c.id, c.pending_since
        from content c
        where c.mission_id = m.id and c.status = 'PENDING_REVIEW'
          and c.pending_since <= cast(:now as timestamptz) - make_interval(secs => wait.hours * 3600)
        order by c.pending_since
        limit 200) item
    where m.status <> 'PAUSED' and wait.hours is not null
    order by item.pending_since
    limit 200
)
select c.id, c.organization_id, c.mode
from late
join content c on c.id = late.id and c.pending_since = late.pending_since
where c.status = 'PENDING_REVIEW'
order by c.pending_since
for update of c skip locked;
