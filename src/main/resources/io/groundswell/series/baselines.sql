-- Snapshots that only set a level.
-- in   :things text[], :begin :end timestamptz, the end is left out
-- out  id uuid, at timestamptz, started boolean, whether it is the first one
select t.id, t.first_at as at, true as started
from unnest(cast(:things as uuid[])) as w (id) join tracked t on t.id = w.id
where t.first_at >= :begin and t.first_at < :end
union all
select s.id, s.at, false
from unnest(cast(:things as uuid[])) as w (id)
join tracked t on t.id = w.id
cross join lateral (
    select * from tracked_snapshot s where s.id = w.id and s.reset and s.at >= :begin and s.at < :end offset 0) s
where s.at <> t.first_at;
