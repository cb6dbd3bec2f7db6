-- Events of a user.
-- in   :site bigint, :keys text[] (numbers that stand for the user), :at timestamptz, :seq bigint (of the event after which they begin;
--      null for all), :most bigint
-- out  at timestamptz, seq bigint, name text, properties jsonb, user_id, session_id, country text; the oldest first
select e.at, e.seq, e.name, e.user_id, e.session_id, e.country,
    nullif(jsonb_strip_nulls(jsonb_build_object('path', e.path, 'hostname', e.hostname, 'referrer', e.referrer,
        'browser', e.browser, 'os', e.os, 'device', e.device, 'language', e.language, 'utm_source', e.utm_source,
        'utm_medium', e.utm_medium, 'utm_campaign', e.utm_campaign)) || coalesce(e.properties, '{}'), '{}') as properties
from event e
where e.site_number = :site and e.user_key = any (cast(cast(:keys as text[]) as bigint[]))
    and (cast(:at as timestamptz) is null or (e.at, e.seq) > (cast(:at as timestamptz), :seq))
order by e.at, e.seq
limit :most;
