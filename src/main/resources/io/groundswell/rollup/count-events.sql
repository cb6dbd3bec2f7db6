-- How many events a site had.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :event text (null for all)
-- out  events bigint
select count(*) as events
from event e
where e.site_number = :site and e.at >= :from and e.at < :until and (cast(:event as text) is null or e.name = :event);
