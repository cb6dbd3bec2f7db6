-- The site whose pages show a token, with the limits of its organization that count when events are stored.
-- in   :token text
-- out  one row, or none when nothing may be sent with the token
select s.id, s.organization_id, s.name, s.allowed_origins, o.plan,
       (o.limits ->> 'site_requests_per_minute')::bigint as site_requests_per_minute,
       (o.limits ->> 'site_events')::bigint as site_events,
       (o.limits ->> 'site_retention_days')::bigint as site_retention_days
from site s
join organization o on o.id = s.organization_id
where s.token = :token and s.deleted_at is null and o.status = 'ACTIVE';
