-- When an organization already means to post in a stretch of time, on any platform: what is in its queue, and what
-- other missions have planned but not scheduled yet.
-- in   :organization :mode :mission text, :from :until timestamptz
-- out  platform text, at timestamptz
select platform, scheduled_for as at from content
where organization_id = :organization and mode = :mode and status = 'SCHEDULED'
  and scheduled_for >= :from and scheduled_for < :until
union
select s.platform, s.at
from calendar_slot s join mission m on m.id = s.mission_id
where m.organization_id = :organization and m.mode = :mode and m.status in ('ACTIVE', 'PAUSED') and m.id <> :mission
  and s.dropped_reason is null and s.at >= :from and s.at < :until;
