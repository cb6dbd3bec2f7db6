-- Events of a user.
-- in   :site bigint, :keys text[] (numbers that stand for the user), :at timestamptz, :seq bigint (of the event after which they begin;
--      null for all), :most bigint
-- out  at timestamptz, seq bigint, name text, properties jsonb, user_id, session_id, country text; the oldest first
select e.at, e.seq, e.name, e.user_id, e.session_id, e.country,
    told_properties(e.properties, e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language,
        e.utm_source, e.utm_medium, e.utm_campaign) as properties
from event e
where e.site_number = :site and e.user_key = any (cast(cast(:keys as text[]) as bigint[]))
    and (cast(:at as timestamptz) is null or (e.at, e.seq) > (cast(:at as timestamptz), :seq))
order by e.at, e.seq
limit :most;
