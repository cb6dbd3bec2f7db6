-- The sites whose pages show these tokens, with the limits of their organizations that count when events are stored. Their rows
-- stay locked until the transaction ends.
-- in   :tokens text[]
-- out  one row for each token that something may be sent with
select s.number, s.token, s.organization_id, s.allowed_origins, s.aliased, o.plan,
       (o.limits ->> 'site_requests_per_minute')::bigint as site_requests_per_minute,
       (o.limits ->> 'site_events')::bigint as site_events
from site s
join organization o on o.id = s.organization_id
where s.token = any (cast(:tokens as text[])) and s.deleted_at is null and o.status = 'ACTIVE'
order by s.number
for no key update of s;
