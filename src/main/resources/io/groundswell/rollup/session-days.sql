-- Who started sessions on a site, day by day.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded)
-- out  day date (in UTC), users bigint[] (distinct keys), oldest first
select cast(s.start_at at time zone 'UTC' as date) as day, array_agg(distinct s.user_key) as users
from session s
where s.site_number = :site and s.start_at >= :from and s.start_at < :until and s.user_key is not null
group by 1
order by 1;
