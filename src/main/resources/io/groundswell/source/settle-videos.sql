-- Ends claims of videos, of those that are still good, held in the order that everybody shares.
-- in   :ids :claims :dues text[] (a due that is null rests), :failures bigint[], :doubts text[] (of booleans)
with told as (
    select * from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:claims as text[]),
        cast(cast(:dues as text[]) as timestamptz[]), cast(:failures as bigint[]),
        cast(cast(:doubts as text[]) as boolean[])) as t (id, claim, due, failures, doubted)
), held as (
    select w.video_id, t.due, t.failures, t.doubted
    from video_watch w join told t on t.id = w.video_id and t.claim = w.claim
    order by w.video_id
    for update of w)
update video_watch w set due_at = h.due, failures = h.failures, doubted = h.doubted, claim = null
from held h where w.video_id = h.video_id;
