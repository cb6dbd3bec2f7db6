-- A site as its organization asks about it.
-- in   :organization text, :name text
-- out  one row, or none
select s.id, s.number, s.name, s.total_events, o.plan, (o.limits ->> 'site_retention_days')::bigint as retention_days
from site s
join organization o on o.id = s.organization_id
where s.organization_id = :organization and s.name = :name and s.deleted_at is null;
