-- How many items of a mission stand where.
-- in   :organization text, :mode text, :mission text
-- out  status text, n bigint
select status, count(*) as n
from content
where organization_id = :organization and mode = :mode and mission_id = :mission
group by status;
