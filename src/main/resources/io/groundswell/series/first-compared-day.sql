-- The first day with a snapshot that is no baseline, where a clock was put back over the midnight before: the oldest one need not be
-- on it.
-- in   :things text[]; :at timestamptz, of the oldest; :starts text[], :offsets int[], by how many seconds the zone is ahead of
--      UTC from when on
-- out  day date
select min(cast(s.at at time zone 'UTC' + make_interval(secs =>
        (select cast(:offsets as int[]))[width_bucket(s.at, (select cast(:starts as timestamptz[])))]) as date)) as day
from unnest(cast(:things as uuid[])) as w (id)
cross join lateral (select t.first_at from tracked t where t.id = w.id offset 0) t
cross join lateral (
    select * from tracked_snapshot s
    where s.id = w.id and s.at >= :at and s.at < cast(:at as timestamptz) + interval '1 day' offset 0) s
where s.at <> t.first_at and not s.reset;
