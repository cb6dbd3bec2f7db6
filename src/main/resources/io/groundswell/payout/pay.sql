-- Marks accruals as paid by a payment, those that are approved and not paid yet.
-- in   :organization text, :mode text, :creator uuid, :ids text[], :payment uuid, :now timestamptz
-- out  cents bigint of each
with wanted as (
    select a.id from payout_accrual a
    where a.organization_id = :organization and a.mode = :mode and a.creator_id = :creator
      and a.id = any (cast(cast(:ids as text[]) as uuid[]))
    order by a.id
    for update)
update payout_accrual a set status = 'PAID', payment_id = :payment, updated_at = :now
from wanted w
where a.id = w.id and a.status = 'APPROVED'
returning a.calculated_cents + a.adjustment_cents as cents;
