-- How many missions were active at any time in a period. A mission is over at its end, though it may be completed a day
-- later, and later still where the server slept; the pause that it is in, or was completed in, has made it so before.
-- in   :organization :mode text, :from :until timestamptz (left out), :platforms text[] (none for all)
-- out  missions bigint
select count(*) as missions
from mission
where organization_id = :organization and mode = :mode and deleted_at is null and status <> 'DRAFT'
  and starts_at < :until
  and least(ends_at, completed_at, paused_at) > :from
  and (cardinality(cast(:platforms as text[])) = 0 or platforms && cast(:platforms as text[]));
