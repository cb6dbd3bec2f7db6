-- The videos that count for creators.
-- in   :ids text[], of creators; :disabled boolean, whether also those that are switched off
-- out  id uuid, creator_id uuid
select v.id, v.creator_id
from counted_video v
where v.creator_id = any (cast(:ids as uuid[])) and (cast(:disabled as boolean) or v.disabled_at is null);
