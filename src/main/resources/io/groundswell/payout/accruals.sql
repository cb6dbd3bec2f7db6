-- A page of accruals, the newest first.
-- in   :organization text, :mode text, :program, :structure and :creator uuid or null, :status text or null,
--      :at timestamptz and :id uuid of the row before, or null, :most int
-- out  the columns of payout_accrual
select a.*
from payout_accrual a
where a.organization_id = :organization and a.mode = :mode
  and (cast(:program as uuid) is null or a.program_id = cast(:program as uuid))
  and (cast(:structure as uuid) is null or a.structure_id = cast(:structure as uuid))
  and (cast(:creator as uuid) is null or a.creator_id = cast(:creator as uuid))
  and (cast(:status as text) is null or a.status = cast(:status as text))
  and (a.created_at, a.id)
    < (coalesce(cast(:at as timestamptz), 'infinity'), coalesce(cast(:id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
order by a.created_at desc, a.id desc
limit :most;
