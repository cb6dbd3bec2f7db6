-- How many missions were active at any time in a period.
-- in   :organization :mode text, :from :until timestamptz (left out), :platforms text[] (none for all)
-- out  missions bigint
select count(*) as missions
from mission
where organization_id = :organization and mode = :mode and status <> 'DRAFT' and starts_at < :until
  and (completed_at is null or completed_at >= :from) and (paused_at is null or paused_at >= :from)
  and (cardinality(cast(:platforms as text[])) = 0 or platforms && cast(:platforms as text[]));
