-- Accruals for videos that nobody has decided about, of the last days, so many at once in the order of their ids.
-- in   :assignment uuid, :since date, :after uuid of the last one before, or null; :most int
-- out  id uuid, video_id uuid or null, version int, starts_on date, quantity numeric, calculated_cents bigint
select a.id, a.video_id, a.version, a.starts_on, a.quantity, a.calculated_cents
from payout_accrual a
where a.assignment_id = :assignment and a.ends_on >= :since and a.kind = 'VIEW_THRESHOLD' and a.status = 'PENDING'
  and (cast(:after as uuid) is null or a.id > cast(:after as uuid))
order by a.id
limit :most;
