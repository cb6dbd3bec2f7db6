-- The videos that count for creators.
-- in   :ids text[], of creators
-- out  root uuid, the creator; id uuid, label text, creator_id uuid, posted_at timestamptz
select v.creator_id as root, v.id, coalesce(v.title, v.url, v.id::text) as label, v.creator_id, v.posted_at
from counted_video v
where v.creator_id = any (cast(:ids as uuid[]));
