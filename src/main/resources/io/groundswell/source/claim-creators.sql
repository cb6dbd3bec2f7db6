-- Claims creators that are held. One that is switched off or removed rests until it is tracked again, those of an organization
-- that is suspended wait.
-- in   :ids text[], :claim text, :lease_end :later timestamptz
-- out  what is to be known of each; claim is null where nothing is to be done
with judged as (
    select c.id, c.organization_id, c.mode, c.program_id, c.handle, c.tracking_start_date,
        c.removed_at is not null or c.disabled_at is not null as rests, o.status <> 'ACTIVE' as waits,
        t.followers
    from creator c join organization o on o.id = c.organization_id join tracked t on t.id = c.id
    where c.id = any (cast(cast(:ids as text[]) as uuid[]))
)
update creator_watch w set
    due_at = case when j.rests then null when j.waits then cast(:later as timestamptz) else cast(:lease_end as timestamptz) end,
    claim = case when j.rests or j.waits then null else cast(:claim as text) end
from judged j
where w.creator_id = j.id
returning w.creator_id, w.claim, w.profile_due_at, w.discover_due_at, w.failures, w.absences, w.doubted, w.told_name, w.avatar_url,
    w.bio, w.cursor, w.pages, w.discovered_from,
    j.organization_id, j.mode, j.program_id, j.handle, j.tracking_start_date, j.followers;
