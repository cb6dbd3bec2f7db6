-- Makes what is owed for a part of a period or a video, or brings it up to date as long as nobody has decided about it.
-- in   :id uuid, :assignment uuid, :version int, :video uuid or null, :kind text, :starts date, :ends date, :quantity numeric,
--      :cents bigint, :reason text, :now timestamptz
insert into payout_accrual as a (id, organization_id, mode, program_id, structure_id, version, assignment_id, creator_id, video_id,
    kind, starts_on, ends_on, quantity, calculated_cents, adjustment_cents, status, reason, created_at, updated_at)
select :id, s.organization_id, s.mode, s.program_id, s.id, :version, n.id, n.creator_id, cast(:video as uuid),
    :kind, :starts, :ends, :quantity, :cents, 0, 'PENDING', :reason, cast(:now as timestamptz), cast(:now as timestamptz)
from payout_assignment n join payout_structure s on s.id = n.structure_id
where n.id = :assignment
on conflict (structure_id, creator_id, reason) do update set
    quantity = excluded.quantity, calculated_cents = excluded.calculated_cents, updated_at = excluded.updated_at
where a.status = 'PENDING' and a.video_id is null
  and (a.quantity, a.calculated_cents) is distinct from (excluded.quantity, excluded.calculated_cents);
