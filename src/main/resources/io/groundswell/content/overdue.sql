-- Items that waited for a reviewer longer than their organization wants and nobody was told so; held for the caller.
-- One that was changed and waits anew by the time it is held is none of them.
-- in   :now timestamptz
-- out  id text, organization_id text, mode text
with late as (
    select item.id, item.pending_since
    from organization o
    cross join lateral (
        select cast(o.config -> 'approval' -> 'escalation' ->> 'after_hours' as double precision) as hours) wait
    join mission m on m.organization_id = o.id
    cross join lateral (
        select c.id, c.pending_since
        from content c
        where c.mission_id = m.id and c.status = 'PENDING_REVIEW' and c.escalated_at is null
          and c.pending_since <= cast(:now as timestamptz) - make_interval(secs => wait.hours * 3600)
        order by c.pending_since
        limit 200) item
    where wait.hours is not null and m.status <> 'PAUSED'
    order by item.pending_since
    limit 200
)
select c.id, c.organization_id, c.mode
from late
join content c on c.id = late.id and c.pending_since = late.pending_since
where c.status = 'PENDING_REVIEW' and c.escalated_at is null
order by c.pending_since
for update of c skip locked;
