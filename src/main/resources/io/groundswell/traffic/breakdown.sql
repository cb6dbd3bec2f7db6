-- The values of a property that has no column of its own, in the events of a site. Null is no value.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :property text, :event text (null for all), :most bigint
-- out  value text, events bigint, users bigint (distinct), total bigint (events of all values)
with valued as (
    select e.user_key, e.properties ->> :property as value
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until
        and (cast(:event as text) is null or e.name = :event)
), by_user as (
    -- Each user once: to count them apart afterwards would sort every event.
    select v.value, v.user_key, count(*) as events
    from valued v
    where v.value is not null
    group by v.value, v.user_key
)
select value, cast(sum(events) as bigint) as events, count(user_key) as users,
    cast(sum(sum(events)) over () as bigint) as total
from by_user
group by value
order by events desc, value collate "C"
limit :most;
