-- A page of who is paid by a structure, who was added last first.
-- in   :structure uuid, :at timestamptz and :id uuid of the row before, or null, :most int
-- out  the columns of payout_assignment
select a.*
from payout_assignment a
where a.structure_id = :structure
  and (a.created_at, a.id)
    < (coalesce(cast(:at as timestamptz), 'infinity'), coalesce(cast(:id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
order by a.created_at desc, a.id desc
limit :most;
