-- The first of some sites that has an event in a week.
-- in   :sites bigint[], :from timestamptz, :until timestamptz (excluded)
-- out  site bigint; one row, or none
select e.site_number as site
from event e
where e.site_number = any (:sites) and e.at >= :from and e.at < :until
order by e.site_number
limit 1;
