-- Marks the videos that paused with their creators: the next snapshot of each sets a level. Those that were switched off
-- themselves stay off, and those that are excluded stay away. They are held in one order by everybody.
-- in   :organization :mode text, :creators text[]
with held as (
    select v.id from video v
    where v.organization_id = :organization and v.mode = :mode
      and v.creator_id = any (cast(:creators as uuid[]))
      and v.disabled_at is null and v.tracking_status <> 'EXCLUDED' and not v.reset_pending
    order by v.id
    for update)
update video v set reset_pending = true from held h where v.id = h.id;
