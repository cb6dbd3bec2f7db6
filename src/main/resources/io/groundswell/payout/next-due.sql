-- Assignments for which something may be due, who has waited longest first. A creator who was removed waits.
-- in   :now timestamptz, :limit int
-- out  id uuid, structure_id uuid, program_id uuid, creator_id uuid, organization_id text, mode text
select a.id, a.structure_id, s.program_id, a.creator_id, s.organization_id, s.mode
from payout_assignment a
join payout_structure s on s.id = a.structure_id
join creator c on c.id = a.creator_id
where a.due_at <= :now and c.removed_at is null
order by a.due_at, a.id
limit :limit;
