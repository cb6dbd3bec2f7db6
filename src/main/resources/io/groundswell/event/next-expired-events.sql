-- The first of some sites that has events from before a moment.
-- in   :sites bigint[], :edge timestamptz
-- out  site bigint; one row, or none
select e.site_number as site
from event e
where e.site_number = any (:sites) and e.at < :edge
order by e.site_number
limit 1;
