-- What is going on on a site.
-- in   :site bigint, :total bigint (its last event), :since timestamptz (when the first one came that counts), :oldest timestamptz
--      (no event that counts is older), :most bigint (the length of lists)
-- out  part text (all, page, event or recent), place bigint, label text, visitors bigint, sessions bigint, events bigint, properties
--      jsonb, user_id text, at timestamptz; the lists in their order
with recursive reach as (
    -- How many events to look at: ten times as many for as long as the last one of them came in time. Clocks of instances differ by
    -- some seconds at most.
    select 100 as newest
    union all
    select r.newest * 10
    from reach r
    where r.newest < 10000 and not coalesce((
        -- A value and no join, so that it is looked up by its number also in a site that statistics do not know yet.
        select e.arrived_at < cast(:since as timestamptz) - interval '10 seconds'
        from event e
        where e.site_number = :site and e.at >= :oldest and e.seq = :total - r.newest
        limit 1
    ), false)
),
recent as materialized (
    select e.seq, e.at, e.name, e.user_key, e.session_key, coalesce(e.path, e.properties ->> 'path') as path
    from event e
    where e.site_number = :site and e.at >= :oldest and e.seq <= :total and e.arrived_at >= :since
        and e.seq > :total - (select max(r.newest) from reach r)
        -- Which follows from the line before; the planner sees from this one that it is little.
        and e.seq > :total - 10000
)
select 'all' as part, cast(1 as bigint) as place, cast(null as text) as label, count(distinct user_key) as visitors,
    count(distinct session_key) as sessions, count(*) as events, cast(null as jsonb) as properties,
    cast(null as text) as user_id, cast(null as timestamptz) as at
from recent
union all
(select 'page', row_number() over (order by count(distinct user_key) desc, path collate "C"), path, count(distinct user_key), null, null,
    null, null, null
from recent where path is not null
group by path
order by 2 limit :most)
union all
(select 'event', row_number() over (order by count(*) desc, name collate "C"), name, null, null, count(*), null, null, null
from recent
group by name
order by 2 limit :most)
union all
(select 'recent', row_number() over (order by r.seq desc), e.name, null, null, null,
    coalesce(told_properties(e.properties, e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language,
        e.utm_source, e.utm_medium, e.utm_campaign), '{}'), e.user_id, e.at
from (select * from recent order by seq desc limit :most) r
cross join lateral (select * from event e where e.site_number = :site and e.at = r.at and e.seq = r.seq limit 1) e)
order by part, place;
