-- Creators that were asked about.
-- in   :organization :mode text, :ids text[]
-- out  id uuid, label text
select c.id, '@' || c.handle as label
from creator c
where c.organization_id = :organization and c.mode = :mode and c.id = any (cast(:ids as uuid[])) and c.removed_at is null;
