-- How many items match, without looking at the items. Archived ones count only when they are asked for.
-- in   :organization text, :mode text, :statuses :platforms :types text[] (empty for all)
-- out  n bigint
select coalesce(sum(n), 0) as n
from content_tally
where organization_id = :organization and mode = :mode
  and (case when cardinality(cast(:statuses as text[])) = 0 then status <> 'ARCHIVED'
            else status = any(cast(:statuses as text[])) end)
  and (cardinality(cast(:platforms as text[])) = 0 or platform = any(cast(:platforms as text[])))
  and (cardinality(cast(:types as text[])) = 0 or type = any(cast(:types as text[])));
