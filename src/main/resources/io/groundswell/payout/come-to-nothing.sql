-- Nothing is owed any more by an accrual, unless somebody has decided about it, or does so at this moment.
-- in   :id uuid, :now timestamptz
with open as (
    select a.id from payout_accrual a
    where a.id = :id and a.status = 'PENDING' and (a.quantity, a.calculated_cents) is distinct from (0, 0)
    for update skip locked
)
update payout_accrual a set quantity = 0, calculated_cents = 0, updated_at = :now
from open o
where a.id = o.id;
