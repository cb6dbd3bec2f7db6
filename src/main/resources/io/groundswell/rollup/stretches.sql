-- What the kept figures tell of a site for each stretch of time.
-- in   :site bigint, :name_key bigint (hash of a name of events; 0 for all), :kind int (of figures: 1 for days, 2 for hours, 11 for days
--      of one name), :first date, :end date (excluded)
-- out  stretch timestamp (its begin in UTC), events bigint, users bytea (may be null)
select f.day + cast(case when f.kind = 2 then f.value else '0' end as int) * interval '1 hour' as stretch, f.events, f.users
from event_figure f
where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day >= :first and f.day < :end;
