-- The first slot of a cycle for which there is no item yet.
-- in   :mission text, :cycle int
-- out  at most one row
select s.cycle, s.slot, s.at, s.offset_seconds, s.platform, s.type, s.pillar, s.topic, s.number, s.content_id
from calendar_slot s
where s.mission_id = :mission and s.cycle = :cycle and s.dropped_reason is null
  and not exists (select 1 from content c where c.mission_id = s.mission_id and c.cycle = s.cycle and c.slot = s.slot)
order by s.slot
limit 1;
