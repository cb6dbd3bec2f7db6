-- By how much the levels of parts changed on each day of any zone from one on. Where a clock is put back over midnight, the level
-- of a day is that of its last snapshot: each one counts for the earliest day of those that came after it.
-- in   :things :parts text[], :begin timestamptz, :starts text[], :offsets int[], as for what parts gained; :first int, days
--      since 1970; :one text, a quantity
-- out  part int, day int, days after the first, below 0 for what is before it; change numeric; known boolean, whether anything
--      was told on the day
with read as (
    select id, at, case :one when 'VIEWS' then views when 'LIKES' then likes when 'COMMENTS' then comments
        when 'SHARES' then shares when 'SAVES' then saves when 'FOLLOWERS' then followers end as level
    from (
        select * from tracked_snapshot where id = any (cast(:things as uuid[])) and at >= :begin
        union all
        select b.*
        from (select distinct id from unnest(cast(:things as uuid[])) as w (id)) w
        cross join lateral (
            select * from tracked_snapshot b where b.id = w.id and b.at < :begin order by b.at desc limit 1) b) b
), told as (
    select id, at, level, lead(level) over from_the_latest as before,
        min(cast(at at time zone 'UTC' + make_interval(secs =>
                (select cast(:offsets as int[]))[width_bucket(at, (select cast(:starts as timestamptz[])))]) as date))
            over from_the_latest as day
    from read
    window from_the_latest as (partition by id order by at desc)
), changed as (
    select w.part, t.day, t.level - coalesce(t.before, 0) as change
    from told t
    join unnest(cast(:things as uuid[]), cast(:parts as int[])) as w (id, part) on w.id = t.id
    where t.at >= :begin
)
select part, day - date '1970-01-01' - :first as day, sum(change) as change, bool_or(change is not null) as known
from changed
group by 1, 2;
