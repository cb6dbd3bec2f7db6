-- Makes those videos of a programme due that wait for a source or for its recovery, held in the order that everybody shares.
-- in   :program uuid, :now timestamptz
with held as (
    select video_id from video_watch
    where program_id = :program and claim is null and (due_at is null or failures > 0) order by video_id for update)
update video_watch w set due_at = :now, failures = 0
from held h where w.video_id = h.video_id;
