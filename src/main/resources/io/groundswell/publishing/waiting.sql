-- Approved items that have a planned slot, earliest slot first: those of running missions, to be scheduled, and those of completed ones,
-- to be held back once and for all. Those of an organization that is suspended wait, and so do those of a cycle whose publish stage failed:
-- it has given their slots back until somebody has the job try again.
-- in   :limit int
-- out  id text, organization_id text, mode text
select c.id, c.organization_id, c.mode
from content c
join mission m on m.id = c.mission_id
join organization o on o.id = c.organization_id
where c.status = 'APPROVED' and not c.hold and c.planned_for is not null
  and m.deleted_at is null and o.status = 'ACTIVE'
  and (m.status = 'COMPLETED' or m.status = 'ACTIVE' and not exists (
      select from pipeline_job j
      where j.mission_id = m.id and j.status = 'FAILED' and j.current_stage = 'PUBLISH' and j.cycle = c.cycle))
order by c.planned_for
limit :limit;
