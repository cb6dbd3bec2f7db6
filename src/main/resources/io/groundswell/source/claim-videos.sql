-- Claims videos that are held. One that nobody looks for rests until somebody does: it is switched off, excluded, of a creator who is
-- not looked up, or its address does not tell which it is. Those of an organization that is suspended wait.
-- in   :ids text[], :claim text, :lease_end :later timestamptz
-- out  what is to be known of each; claim is null where nothing is to be done; handle null where nobody knows whose it is
with judged as (
    select v.id, v.organization_id, v.mode, v.program_id, v.creator_id, v.platform_id, v.posted_at,
        coalesce(c.handle, substring(v.url from '/@([A-Za-z0-9._-]{1,30})/')) as handle,
        v.disabled_at is not null or v.tracking_status = 'EXCLUDED' or v.platform_id is null
            or c.removed_at is not null or c.disabled_at is not null as rests,
        o.status <> 'ACTIVE' as waits, t.views, t.likes, t.comments, t.shares, t.saves
    from video v join organization o on o.id = v.organization_id join tracked t on t.id = v.id left join creator c on c.id = v.creator_id
    where v.id = any (cast(cast(:ids as text[]) as uuid[]))
)
update video_watch w set
    due_at = case when j.rests then null when j.waits then cast(:later as timestamptz) else cast(:lease_end as timestamptz) end,
    claim = case when j.rests or j.waits then null else cast(:claim as text) end
from judged j
where w.video_id = j.id and w.video_id = any (cast(cast(:ids as text[]) as uuid[]))
returning w.video_id, w.claim, w.failures, w.doubted, j.organization_id, j.mode, j.program_id, j.creator_id, j.platform_id,
    j.posted_at, j.handle, j.views, j.likes, j.comments, j.shares, j.saves;
