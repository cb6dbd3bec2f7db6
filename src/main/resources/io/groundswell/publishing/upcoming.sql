-- What goes out next, the earliest first: nothing of a mission that rests or is over, and nothing that is held or should be out.
-- in   :organization :mode text, :mission text (null: all missions), :now timestamptz, :limit int
-- out  id, platform text, scheduled_for timestamptz
select c.id, c.platform, c.scheduled_for
from content c join mission m on m.id = c.mission_id
where c.organization_id = :organization and c.mode = :mode and c.status = 'SCHEDULED' and not c.hold
  and c.scheduled_for > :now and m.status = 'ACTIVE'
  and (cast(:mission as text) is null or c.mission_id = cast(:mission as text))
order by c.scheduled_for, c.id
limit :limit;
