-- Gives the addresses of videos that are no creator's the handle that their account has now; held in the order that everybody shares.
-- in   :program uuid, :was :handle text (as they are written), :now timestamptz
-- out  rows changed
with held as (
    select id from video
    where program_id = :program and creator_id is null
      and lower(substring(url from '/@([A-Za-z0-9._-]{1,30})/')) = lower(cast(:was as text))
    order by id for no key update)
update video v set url = regexp_replace(v.url, '/@[A-Za-z0-9._-]{1,30}/', '/@' || :handle || '/'), updated_at = :now
from held h where v.id = h.id;
