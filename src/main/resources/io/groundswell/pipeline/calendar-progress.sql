-- How far a cycle's calendar is worked off.
-- in   :mission text, :cycle int
-- out  planned, dropped, made bigint
select count(*) as planned,
       count(s.dropped_reason) as dropped,
       count(c.id) as made
from calendar_slot s
left join content c on c.mission_id = s.mission_id and c.cycle = s.cycle and c.slot = s.slot
where s.mission_id = :mission and s.cycle = :cycle;
