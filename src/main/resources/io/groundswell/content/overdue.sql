-- Items that waited for a reviewer longer than their organization wants and nobody was told so. Nobody is told while it is suspended,
-- or of a mission that rests or is over.
-- in   :now timestamptz
-- out  id text, organization_id text, mode text, pending_since timestamptz
select item.id, item.organization_id, item.mode, item.pending_since
from organization o
cross join lateral (
    select cast(o.config -> 'approval' -> 'escalation' ->> 'after_hours' as double precision) as hours) wait
join mission m on m.organization_id = o.id
cross join lateral (
    select c.id, c.organization_id, c.mode, c.pending_since
    from content c
    where c.mission_id = m.id and c.status = 'PENDING_REVIEW' and c.escalated_at is null
      and c.pending_since <= cast(:now as timestamptz) - make_interval(secs => wait.hours * 3600)
    order by c.pending_since
    limit 200) item
where wait.hours is not null and m.status = 'ACTIVE' and o.status = 'ACTIVE'
order by item.pending_since
limit 200;
