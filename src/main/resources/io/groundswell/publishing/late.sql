-- The first items of a mission that need another time, in the order of those they missed: scheduled ones that are too
-- late to go out, and approved ones whose planned slot is past.
-- in   :organization text, :mode text, :mission text, :now timestamptz, :too_late timestamptz
-- out  id text, platform text
select id, platform
from content
where organization_id = :organization and mode = :mode and mission_id = :mission and not hold
  and (status = 'SCHEDULED' and scheduled_for < :too_late or status = 'APPROVED' and planned_for <= :now)
order by case status when 'SCHEDULED' then scheduled_for else planned_for end, id
limit 100;
