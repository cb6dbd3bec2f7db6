-- The first of some sites that has sessions that ended before a moment.
-- in   :sites bigint[], :edge timestamptz
-- out  site bigint; one row, or none
select s.site_number as site
from session s
-- What ended before it began before it, too, and is found by that.
where s.site_number = any (:sites) and s.start_at < :edge and s.end_at < :edge
order by s.site_number
limit 1;
