-- When the next item of a mission goes out.
-- in   :organization text, :mode text, :mission text, :now timestamptz
-- out  at timestamptz or null
select min(scheduled_for) as at
from content
where organization_id = :organization and mode = :mode and mission_id = :mission
  and status = 'SCHEDULED' and scheduled_for > :now;
