-- Events of a site by their numbers, in that order.
-- in   :site :first :last bigint
-- out  seq bigint, day date (in UTC), name text, country text, number int (the user's), session_key bigint, properties jsonb, and a text
--      for each property that has a column; all but the first three may be null
select e.seq, cast(e.at at time zone 'UTC' as date) as day, e.name, e.country, v.number, e.session_key, e.properties,
    e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language, e.utm_source, e.utm_medium, e.utm_campaign
from event e
left join visitor v on v.site_number = :site and v.user_key = e.user_key
where e.site_number = :site and e.seq between :first and :last
order by e.seq;
