-- Makes what is owed for a video that passed so many views, or brings it up to date as long as nobody has decided about it. What
-- came to nothing is used again; other accruals stay as they are, unless it is the one that may change, and are all that the structure
-- owes for the video, whoever had it then. It is held, so that nobody else gets it until what is made here can be seen; when it is held
-- by somebody else, it is passed over.
-- in   :id uuid, :assignment uuid, :version int, :video uuid, :reason text, :changed uuid or null, :day date, :quantity numeric,
--      :cents bigint, :now timestamptz
with paid as (
    select s.organization_id, s.mode, s.program_id, s.id as structure_id, n.id, n.creator_id
    from payout_assignment n join payout_structure s on s.id = n.structure_id
    where n.id = :assignment
), held as (
    select v.id
    from paid p join video v on v.creator_id = p.creator_id
    where v.id = :video and not exists (
        select from payout_accrual x
        where x.video_id = v.id and x.structure_id = p.structure_id and x.quantity > 0
          and x.id is distinct from cast(:changed as uuid))
    for share of v skip locked
), open as (
    select a.id
    from held h cross join paid p join payout_accrual a using (structure_id, creator_id)
    where a.reason = :reason and a.status = 'PENDING' and (a.quantity = 0 or a.id = cast(:changed as uuid))
      and (a.version, a.assignment_id, a.starts_on, a.quantity, a.calculated_cents)
        is distinct from (:version, p.id, cast(:day as date), cast(:quantity as numeric), cast(:cents as bigint))
    for update of a skip locked
), changed as (
    update payout_accrual a
    set version = :version, assignment_id = cast(:assignment as uuid), starts_on = :day, ends_on = :day,
        quantity = cast(:quantity as numeric), calculated_cents = cast(:cents as bigint), updated_at = cast(:now as timestamptz)
    from open o
    where a.id = o.id
)
insert into payout_accrual (id, organization_id, mode, program_id, structure_id, version, assignment_id, creator_id, video_id,
    kind, starts_on, ends_on, quantity, calculated_cents, adjustment_cents, status, reason, created_at, updated_at)
select :id, p.organization_id, p.mode, p.program_id, p.structure_id, :version, p.id, p.creator_id, :video,
    'VIEW_THRESHOLD', :day, :day, :quantity, :cents, 0, 'PENDING', :reason, cast(:now as timestamptz), cast(:now as timestamptz)
from paid p cross join held h
-- What is there is not tried again: that would wait for whoever decides about it.
where not exists (
    select from payout_accrual x
    where x.structure_id = p.structure_id and x.creator_id = p.creator_id and x.reason = :reason)
on conflict (structure_id, creator_id, reason) do nothing;
