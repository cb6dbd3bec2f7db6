-- A mission's items that were set aside while its organization was suspended, in order; held for the caller.
-- in   :organization text, :mode text, :mission text, :never timestamptz (how what is aside is known)
-- out  id text, platform text
select id, platform
from content
where organization_id = :organization and mode = :mode and mission_id = :mission
  and status = 'SCHEDULED' and publish_due_at = :never
order by scheduled_for, id
for update;
