-- Creators of a programme that were not removed, the newest first.
-- in   :program uuid; :creator uuid, the only one that is wanted, or null; :after timestamptz, :after_id uuid, behind which one;
--      :most int
-- out  id uuid, handle text, display_name text, avatar_url text (as a source last told it, or null), created_at timestamptz
select c.id, c.handle, c.display_name, w.avatar_url, c.created_at
from creator c join creator_watch w on w.creator_id = c.id
where c.program_id = :program and c.removed_at is null and (cast(:creator as uuid) is null or c.id = cast(:creator as uuid))
  and (c.created_at, c.id) < (:after, :after_id)
order by c.created_at desc, c.id desc
limit :most;
