-- What happened on a site in each stretch of time.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :unit text (day or hour)
-- out  stretch timestamp (its begin in UTC), events bigint, users bigint[] (distinct keys), oldest first
select date_trunc(:unit, e.at at time zone 'UTC') as stretch, count(*) as events,
    coalesce(array_agg(distinct e.user_key) filter (where e.user_key is not null), '{}') as users
from event e
where e.site_number = :site and e.at >= :from and e.at < :until
group by 1
order by 1;
