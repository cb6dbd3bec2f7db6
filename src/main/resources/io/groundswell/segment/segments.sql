-- Segments of a site with events of some days, those without columns too, and up to where there are any.
-- in   :site bigint, :first date, :end date (excluded)
-- out  segmented bigint (of the site), first_seq bigint, last_seq bigint, is_dropped boolean; one row without a segment when there is none
select f.segmented, s.first_seq, s.last_seq, s.dropped_at is not null as is_dropped
from site_fold f
left join event_segment s on s.site_number = :site and s.first_day < :end and s.last_day >= :first
where f.site_number = :site;
