-- Whom an API key acts for, and the limits that every request needs.
-- in   :hash text
-- out  one row, or none when no such key exists or its user left the organization
select k.id, k.kind, k.organization_id, k.user_id, k.scopes, k.expires_at, k.revoked_at, k.last_used_at,
       o.status, o.plan, m.role,
       (o.limits ->> 'requests_per_minute')::bigint as requests_per_minute,
       (o.limits ->> 'requests_at_once')::bigint as requests_at_once,
       (o.limits ->> 'site_requests_per_minute')::bigint as site_requests_per_minute,
       (o.limits ->> 'creator_requests_per_minute')::bigint as creator_requests_per_minute,
       (o.limits ->> 'max_api_requests_per_day')::bigint as max_api_requests_per_day
from api_key k
join organization o on o.id = k.organization_id
join membership m on m.organization_id = k.organization_id and m.user_id = k.user_id
where k.key_hash = :hash;
