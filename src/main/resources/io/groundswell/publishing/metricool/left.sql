-- Takes up posts that may wait in a planner though their item is not on its way: it is neither claimed nor scheduled, or
-- for later, its mission or organization stands still, it has other words by now, or it is gone. Nobody else takes up the same ones before
-- look_at, which is the further away the longer a post could not be taken back, up to six hours. Nothing is asked with a
-- token that is refused.
-- in   :now timestamptz
-- out  the entries, at most 50, and has_item boolean
with waiting as (
    select p.reference, c.id is not null as has_item
    from metricool_post p
    join connected_account a
        on a.organization_id = p.organization_id and a.provider = 'METRICOOL' and a.health <> 'ERROR'
    join organization o on o.id = p.organization_id
    left join content c on c.id = split_part(p.reference, ':', 1)
    left join mission m on m.id = c.mission_id
    where not p.is_out
      and (p.look_at is null or p.look_at <= :now)
      and (c.id is null
           or c.publish_claim is null
              and (c.status <> 'SCHEDULED'
                   or m.status <> 'ACTIVE'
                   or o.status <> 'ACTIVE'
                   or c.scheduled_for > p.publish_at
                   or p.reference <> c.id || ':' || c.version))
    order by p.look_at nulls first
    limit 50
    for update of p skip locked
)
update metricool_post p
set look_at = cast(:now as timestamptz)
    + least(greatest(cast(:now as timestamptz) - p.publish_at, interval '30 seconds'), interval '6 hours')
from waiting w
where p.reference = w.reference
returning p.*, w.has_item;
