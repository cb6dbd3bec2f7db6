-- From where on the events of a site are told again to a reader who comes back.
-- in   :site bigint, :after bigint (the last one it had), :total bigint (the last one there is), :since timestamptz (when the first
--      one came that is held), :oldest timestamptz (no event that is held is older), :most bigint (that are held)
-- out  seq bigint (of the event before), missed boolean (whether others came that are not told)
with held as (
    select coalesce(min(e.seq) - 1, cast(:total as bigint)) as before
    from event e
    where e.site_number = :site and e.seq > greatest(cast(:after as bigint), cast(:total as bigint) - cast(:most as bigint))
        and e.seq <= :total and e.at >= :oldest and e.arrived_at >= :since
)
select h.before as seq, exists (
    select from event e
    where e.site_number = :site and e.seq > :after and e.seq <= h.before and e.arrived_at is not null
) as missed
from held h;
