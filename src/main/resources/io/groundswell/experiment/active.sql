-- The experiments that browsers of a site take part in, oldest first.
-- in   :token text (the site's public one)
-- out  name text, variants text[], weights integer[]; none when nothing may be sent with the token
select e.name, e.variants, e.weights
from site s
join organization o on o.id = s.organization_id
join experiment e on e.site_id = s.id
where s.token = :token and s.deleted_at is null and o.status = 'ACTIVE' and e.status = 'ACTIVE'
order by e.created_at, e.id;
