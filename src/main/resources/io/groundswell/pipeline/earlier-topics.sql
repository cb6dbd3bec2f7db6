-- What a mission has planned before a cycle, and what of the cycle itself has its item already, the latest first.
-- in   :mission text, :cycle int, :limit int
-- out  pillar text, topic text
select s.pillar, s.topic
from calendar_slot s
where s.mission_id = :mission and s.dropped_reason is null
  and (s.cycle < :cycle or exists (select from content c where c.id = s.content_id))
group by s.pillar, s.topic
order by max(s.number) desc
limit :limit;
