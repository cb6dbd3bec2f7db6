-- What a mission has scheduled up to a moment and nobody is publishing now, in order; held for the caller.
-- in   :organization text, :mode text, :mission text, :until timestamptz
-- out  id text, platform text
select id, platform
from content
where organization_id = :organization and mode = :mode and mission_id = :mission
  and status = 'SCHEDULED' and scheduled_for <= :until and publish_claim is null
order by scheduled_for, id
for update;
