-- Approved items of running missions that have a planned slot, earliest slot first. Those of an organization that is suspended wait.
-- in   :limit int
-- out  id text, organization_id text, mode text
select c.id, c.organization_id, c.mode
from content c
join mission m on m.id = c.mission_id
join organization o on o.id = c.organization_id
where c.status = 'APPROVED' and not c.hold and c.planned_for is not null
  and m.status = 'ACTIVE' and o.status = 'ACTIVE'
order by c.planned_for
limit :limit;
