-- Where the counters of videos and creators stand by their last snapshots.
-- in   :organization :mode text, :ids text[]
-- out  id uuid, and a bigint for each counter, null where it was never told
select t.id, t.views, t.likes, t.comments, t.shares, t.saves, t.followers
from tracked t
where t.organization_id = :organization and t.mode = :mode and t.id = any (cast(:ids as uuid[]));
