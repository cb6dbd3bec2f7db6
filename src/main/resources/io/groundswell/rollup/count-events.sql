-- How many events of a site are in the kept figures.
-- in   :site bigint, :name_key bigint (hash of their name; 0 for all), :kind int (of figures: 1 for all, 11 for one name), :first date,
--      :end date (excluded)
-- out  events bigint
select cast(coalesce(sum(f.events), 0) as bigint) as events
from event_figure f
where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day >= :first and f.day < :end;
