-- Videos that were asked about, whatever their state; one that is excluded, or whose creator is removed, is not there.
-- in   :organization :mode text, :ids text[]
-- out  id uuid, label text, creator_id uuid, posted_at timestamptz
select v.id, coalesce(v.title, v.url, v.id::text) as label, v.creator_id, v.posted_at
from video v left join creator c on c.id = v.creator_id
where v.organization_id = :organization and v.mode = :mode and v.id = any (cast(:ids as uuid[]))
  and v.tracking_status <> 'EXCLUDED' and c.removed_at is null;
