-- Items that waited for a reviewer for as long as they may. Goes by mission, since there are many waiting items for each
-- mission and most missions let them wait for ever. Those of a mission that rests or is over, and of an organization that is suspended,
-- wait on.
-- in   :now timestamptz
-- out  id text, organization_id text, mode text, pending_since timestamptz
select item.id, item.organization_id, item.mode, item.pending_since
from mission m
join organization o on o.id = m.organization_id
cross join lateral (
    select coalesce(
        cast(m.constraints ->> 'auto_approve_after_hours' as double precision),
        cast(o.config -> 'approval' ->> 'auto_approve_after_hours' as double precision)) as hours) wait
cross join lateral (
    select c.id, c.organization_id, c.mode, c.pending_since
    from content c
    where c.mission_id = m.id and c.status = 'PENDING_REVIEW'
      and c.pending_since <= cast(:now as timestamptz) - make_interval(secs => wait.hours * 3600)
    order by c.pending_since
    limit 200) item
where m.status = 'ACTIVE' and o.status = 'ACTIVE' and wait.hours is not null
order by item.pending_since
limit 200;
