-- When creators or videos that count towards them were last measured, or a source last told of them.
-- in   :ids text[], of creators
-- out  id uuid, at timestamptz, null when never
select w.id, greatest(t.last_at, videos.last_at, watched.updated_at) as at
from unnest(cast(:ids as uuid[])) as w (id)
cross join lateral (select t.last_at from tracked t where t.id = w.id offset 0) t
cross join lateral (select max(v.last_at) as last_at from tracked v where v.counts_for = w.id) videos
cross join lateral (select c.updated_at from creator_watch c where c.creator_id = w.id offset 0) watched;
