-- Approved items of running missions that have a planned slot, earliest slot first.
-- in   :limit int
-- out  id text, organization_id text, mode text
select c.id, c.organization_id, c.mode
from content c
join mission m on m.id = c.mission_id
where c.status = 'APPROVED' and not c.hold and c.planned_for is not null
  and m.status = 'ACTIVE'
order by c.planned_for
limit :limit;
