-- What a mission has planned within a span and not scheduled yet: items on their way to their slots, and slots whose
-- items are still to be made.
-- in   :organization text, :mode text, :mission text, :from timestamptz, :until timestamptz,
--      :except text[] (items left out)
-- out  mission_id text, platform text, at timestamptz
select mission_id, platform, planned_for as at
from content
where organization_id = :organization and mode = :mode and mission_id = :mission
  and (status in ('DRAFT', 'PENDING_REVIEW', 'APPROVED') or status = 'REJECTED' and rewrite_job_id is not null)
  and not hold and planned_for >= :from and planned_for < :until
  and id <> all(cast(:except as text[]))
union all
select mission_id, platform, at
from calendar_slot s
where mission_id = :mission and dropped_reason is null and at >= :from and at < :until
  and not exists (select from content c where c.id = s.content_id);
