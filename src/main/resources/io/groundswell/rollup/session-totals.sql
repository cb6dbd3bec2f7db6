-- What the sessions of a site come to.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded)
-- out  sessions, bounces, duration (milliseconds), events, users (distinct): bigint
select count(*) as sessions, count(*) filter (where s.interactive = 0) as bounces,
    coalesce(cast(sum(1000 * extract(epoch from s.end_at - s.start_at)) as bigint), 0) as duration,
    coalesce(cast(sum(s.events) as bigint), 0) as events, count(distinct s.user_key) as users
from session s
where s.site_number = :site and s.start_at >= :from and s.start_at < :until;
