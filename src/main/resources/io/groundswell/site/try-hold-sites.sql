-- The same as hold-sites.sql of the sites that nobody else holds, and which are left out because somebody does.
-- in   :tokens text[]
-- out  held boolean, and one row for each token that something may be sent with: token text and, if it is held, all the rest
with free as (
    -- What was changed a moment ago is read as it is now, which the sites outside of this are not.
    select s.number, s.token, s.organization_id, s.allowed_origins, s.aliased
    from site s
    where s.token = any (cast(:tokens as text[])) and s.deleted_at is null
    order by s.number
    for no key update of s skip locked
)
select true as held, f.number, f.token, f.organization_id, f.allowed_origins, f.aliased, o.plan,
       (o.limits ->> 'site_requests_per_minute')::bigint as site_requests_per_minute,
       (o.limits ->> 'site_events')::bigint as site_events
from free f
join organization o on o.id = f.organization_id
where o.status = 'ACTIVE'
union all
select false, s.number, s.token, null, null, null, null, null, null
from site s
where s.token = any (cast(:tokens as text[])) and s.deleted_at is null and s.number not in (select f.number from free f);
