-- Whom a session token acts for in an organization.
-- in   :user text, :organization text, :jti text
-- out  one row, or none when the user is not a member; revoked_at is set when the session was ended
select cast(:jti as text) as id, cast(null as text) as kind, m.organization_id, m.user_id,
       cast(null as text[]) as scopes, cast(null as timestamptz) as expires_at,
       r.revoked_at, cast(null as timestamptz) as last_used_at,
       o.status, o.plan, m.role,
       (o.limits ->> 'requests_per_minute')::bigint as requests_per_minute,
       (o.limits ->> 'requests_at_once')::bigint as requests_at_once,
       (o.limits ->> 'site_requests_per_minute')::bigint as site_requests_per_minute,
       (o.limits ->> 'creator_requests_per_minute')::bigint as creator_requests_per_minute,
       (o.limits ->> 'max_api_requests_per_day')::bigint as max_api_requests_per_day
from membership m
join organization o on o.id = m.organization_id
left join revoked_token r on r.jti = :jti
where m.user_id = :user and m.organization_id = :organization;
