-- What the segments of a site that have events of some days have in some columns. Each has the column "day".
-- in   :site bigint, :first date, :end date (excluded), :names text[]
-- out  first_seq bigint, last_seq bigint, whole boolean, name text, stored bytea; those of a segment one after the other
select s.first_seq, s.last_seq, s.whole, c.name, c.stored
from event_segment s
cross join lateral (
    -- One segment after the other is looked up, also in a site that statistics do not know yet.
    select k.name, k.stored from event_column k
    where k.site_number = :site and k.last_seq = s.last_seq and k.name = any (:names)
    offset 0
) c
where s.site_number = :site and s.first_day < :end and s.last_day >= :first and s.dropped_at is null
order by s.last_seq;
