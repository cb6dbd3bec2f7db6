-- Says that creators were looked up, unless that was said a minute ago; held in the order that everybody shares.
-- in   :creators text[], :now timestamptz
with held as (
    select creator_id from creator_watch
    where creator_id = any (cast(cast(:creators as text[]) as uuid[]))
      and (updated_at is null or updated_at < cast(:now as timestamptz) - interval '1 minute')
    order by creator_id
    for update)
update creator_watch w set updated_at = :now from held h where w.creator_id = h.creator_id;
