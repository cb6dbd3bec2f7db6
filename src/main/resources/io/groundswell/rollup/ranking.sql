-- The values that most events of a site have.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :dimension text, :event text (null for all), :most bigint
-- out  value text, events bigint, users bigint (distinct), first date, last date (in UTC), total bigint (of all values)
with valued as (
    select e.at, e.user_key, coalesce(
        case :dimension
            when 'event' then e.name
            when 'country' then e.country
            when 'path' then e.path
            when 'hostname' then e.hostname
            when 'referrer' then e.referrer
            when 'browser' then e.browser
            when 'os' then e.os
            when 'device' then e.device
            when 'language' then e.language
            when 'utm_source' then e.utm_source
            when 'utm_medium' then e.utm_medium
            when 'utm_campaign' then e.utm_campaign
        end,
        -- A value that is no text has no column.
        case when :dimension not in ('event', 'country') then e.properties ->> :dimension end) as value
    from event e
    where e.site_number = :site and e.at >= :from and e.at < :until
        and (cast(:event as text) is null or e.name = :event)
)
select value, count(*) as events, count(distinct user_key) as users,
    cast(min(at) at time zone 'UTC' as date) as first, cast(max(at) at time zone 'UTC' as date) as last,
    cast(sum(count(*)) over () as bigint) as total
from valued
where value is not null
group by value
order by events desc, value collate "C"
limit :most;
