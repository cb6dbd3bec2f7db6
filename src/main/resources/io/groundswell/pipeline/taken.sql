-- When an organization posts or means to in a stretch of time, on any platform: what is in its queue, what its mission
-- that is being planned already posted, or has written but not scheduled yet, and what other missions have planned.
-- in   :organization :mode :mission text, :from :until timestamptz
-- out  platform text, at timestamptz, own boolean (whether it is the mission's that is being planned)
select platform, scheduled_for as at, mission_id = :mission as own from content
where organization_id = :organization and mode = :mode and status = 'SCHEDULED'
  and scheduled_for >= :from and scheduled_for < :until
union
select platform, published_at, true from content
where organization_id = :organization and mode = :mode and status = 'PUBLISHED' and mission_id = :mission
  and published_at >= :from and published_at < :until
union
select platform, planned_for, true from content
where mission_id = :mission and not hold and planned_for >= :from and planned_for < :until
  and (status in ('DRAFT', 'PENDING_REVIEW', 'APPROVED') or status = 'REJECTED' and rewrite_job_id is not null)
union
select s.platform, s.at, false
from calendar_slot s join mission m on m.id = s.mission_id
where s.organization_id = :organization and s.mode = :mode and m.status in ('ACTIVE', 'PAUSED')
  and m.deleted_at is null and m.id <> :mission
  and s.dropped_reason is null and s.at >= :from and s.at < :until;
