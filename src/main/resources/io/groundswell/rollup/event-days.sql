-- On which days something of one name happened on a site.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :event text
-- out  stretch timestamp (the day's begin in UTC), events bigint, users bigint[] (distinct keys), oldest first
select date_trunc('day', e.at at time zone 'UTC') as stretch, count(*) as events,
    coalesce(array_agg(distinct e.user_key) filter (where e.user_key is not null), '{}') as users
from event e
where e.site_number = :site and e.at >= :from and e.at < :until and e.name = :event
group by 1
order by 1;
