-- What came to a site after some of its events, as far as it tells of the present.
-- in   :site bigint, :after bigint (number of an event, excluded), :until bigint, :oldest timestamptz (no event that counts is older),
--      :most bigint
-- out  site bigint, seq bigint, at timestamptz, arrived_at timestamptz, name text, properties jsonb, user_id text, session_id text,
--      country text; in the order in which they came
select e.site_number as site, e.seq, e.at, e.arrived_at, e.name,
    coalesce(told_properties(e.properties, e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language,
        e.utm_source, e.utm_medium, e.utm_campaign), '{}') as properties,
    e.user_id, e.session_id, e.country
from event e
where e.site_number = :site and e.seq > :after and e.seq <= :until and e.at >= :oldest and e.arrived_at is not null
order by e.seq
limit :most;
