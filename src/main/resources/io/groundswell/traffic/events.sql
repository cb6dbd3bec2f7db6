-- The newest events of a site.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :event text, :user_key bigint, :session_key bigint
--      (each null for all), :most bigint
-- out  at timestamptz, seq bigint, name text, properties jsonb (those with columns too; null for none), user_id text,
--      session_id text, country text; newest first
select e.at, e.seq, e.name, e.user_id, e.session_id, e.country,
    told_properties(e.properties, e.path, e.hostname, e.referrer, e.browser, e.os, e.device, e.language,
        e.utm_source, e.utm_medium, e.utm_campaign) as properties
from event e
where e.site_number = :site and e.at >= :from and e.at < :until
    and (cast(:event as text) is null or e.name = :event)
    and (cast(:user_key as bigint) is null or e.user_key = :user_key)
    and (cast(:session_key as bigint) is null or e.session_key = :session_key
        -- Where its events lie, so that only these are looked through. Rows once went with the week in which their sessions began, and those that
        -- went on then may have none.
        and e.at >= coalesce((select s.start_at from session s where s.site_number = :site and s.session_key = :session_key), :from)
        and e.at <= coalesce((select s.end_at from session s where s.site_number = :site and s.session_key = :session_key), :until))
order by e.at desc, e.seq desc
limit :most;
