-- The oldest site of an organization, as it asks about it when it names none.
-- in   :organization text
-- out  one row, or none
select s.id, s.number, s.name, s.total_events, o.plan, (o.limits ->> 'site_retention_days')::bigint as retention_days
from site s
join organization o on o.id = s.organization_id
where s.organization_id = :organization and s.deleted_at is null
order by s.created_at, s.id
limit 1;
