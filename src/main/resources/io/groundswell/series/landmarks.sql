-- Snapshots that only set a level, and the oldest one that does not.
-- Things are looked up as for what parts gained, by an array made while the statement runs.
-- in   :things text[], :begin :end timestamptz, between which baselines are wanted, the end is left out; :most bigint, of those
--      that are RESET
-- out  kind text, STARTED or RESET for baselines, COMPARED for the oldest that is none; id uuid, null for that; at timestamptz
with thing as materialized (
    select t.id, t.first_at, t.compared_at from tracked t
    where t.id = any (array(select unnest(cast(:things as uuid[])))) and t.first_at is not null
)
select 'STARTED' as kind, t.id, t.first_at as at from thing t where t.first_at >= :begin and t.first_at < :end
union all
(select 'RESET', s.id, s.at
from thing t
cross join lateral (
    select * from tracked_snapshot s where s.id = t.id and s.reset and s.at >= :begin and s.at < :end offset 0) s
where s.at <> t.first_at
limit :most)
union all
select 'COMPARED', null, min(t.compared_at) from thing t having min(t.compared_at) is not null;
