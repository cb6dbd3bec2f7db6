-- Makes creators of a programme due that are not being looked up, held in the order that everybody shares.
-- in   :program uuid, :now timestamptz
with held as (
    select creator_id from creator_watch
    where program_id = :program and (claim is null or due_at <= :now) order by creator_id for update)
update creator_watch w set due_at = :now, profile_due_at = :now, discover_due_at = :now, claim = null, failures = 0,
    notice = null
from held h where w.creator_id = h.creator_id;
