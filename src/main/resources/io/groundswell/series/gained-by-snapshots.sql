-- What parts gained, by the day of any zone: each snapshot is compared with the one before it, however old that is.
-- Snapshots of all things are read at once, in the order in which they lie on the disk: a page holds those of many things, and would be
-- fetched for each of them. The last offset keeps the day from being worked out again wherever it is used.
-- in   :things :parts text[], an element for each video or creator, and the number of its part; :begin :end timestamptz, with
--      all snapshots of the days between them; :starts text[], :offsets int[], by how many seconds the zone is ahead of UTC
--      from when on, the first before :begin; :first :last int, days since 1970; :together boolean, whether all days are added
--      up as the first one; :one :other text, names of quantities or null
-- out  part int, day int, days after the first; one, other numeric, null when unknown
with read as (
    select * from tracked_snapshot
    where id = any (cast(:things as uuid[])) and at >= :begin and at < :end
    union all
    select b.*
    from (select distinct id from unnest(cast(:things as uuid[])) as w (id)) w
    cross join lateral (
        select * from tracked_snapshot b where b.id = w.id and b.at < :begin order by b.at desc limit 1) b
), gained as (
    select id, at,
        case when :one = 'VIEWS' or :other = 'VIEWS' then case
            when reset or lag(views) over earlier is null then views - views
            else greatest(views - lag(views) over earlier, 0) end end as views,
        case when :one in ('LIKES', 'ENGAGEMENT') then case
            when reset or lag(likes) over earlier is null then likes - likes
            else greatest(likes - lag(likes) over earlier, 0) end end as likes,
        case when :one in ('COMMENTS', 'ENGAGEMENT') then case
            when reset or lag(comments) over earlier is null then comments - comments
            else greatest(comments - lag(comments) over earlier, 0) end end as comments,
        case when :one in ('SHARES', 'ENGAGEMENT') then case
            when reset or lag(shares) over earlier is null then shares - shares
            else greatest(shares - lag(shares) over earlier, 0) end end as shares,
        case when :one in ('SAVES', 'ENGAGEMENT') then case
            when reset or lag(saves) over earlier is null then saves - saves
            else greatest(saves - lag(saves) over earlier, 0) end end as saves,
        case when :one = 'FOLLOWERS' then case
            when reset or lag(followers) over earlier is null then followers - followers
            else followers - lag(followers) over earlier end end as followers
    from read
    window earlier as (partition by id order by at)
), days as (
    select id, at,
        cast(at at time zone 'UTC' + make_interval(secs =>
            (select cast(:offsets as int[]))[width_bucket(at, (select cast(:starts as timestamptz[])))]) as date) - date '1970-01-01' as day,
        case :one when 'VIEWS' then views when 'LIKES' then likes when 'COMMENTS' then comments when 'SHARES' then shares
            when 'SAVES' then saves when 'FOLLOWERS' then followers
            when 'ENGAGEMENT' then case when num_nonnulls(likes, comments, shares, saves) > 0
                then coalesce(likes, 0) + coalesce(comments, 0) + coalesce(shares, 0) + coalesce(saves, 0) end
        end as one,
        case :other when 'VIEWS' then views end as other
    from gained
    where at >= :begin
    offset 0
)
select w.part, case when :together then 0 else d.day - :first end as day, sum(d.one) as one, sum(d.other) as other
from days d
join unnest(cast(:things as uuid[]), cast(:parts as int[])) as w (id, part) on w.id = d.id
where d.day between :first and :last
group by 1, 2;
