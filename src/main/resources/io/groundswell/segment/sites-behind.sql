-- Sites with events for a segment, or with a segment that was dropped. In no order, so that one that fails stops no other for long.
-- in   :worth int (events that make a segment), :before timestamptz (what was dropped later waits, once it has no columns), :most bigint
-- out  number bigint, waiting bigint (events of all sites that are enough for a segment; null for none); :most rows at most
select f.site_number as number, cast(sum(f.seq - f.segmented) filter (where f.seq - f.segmented >= :worth) over () as bigint) as waiting
from site_fold f
where f.seq - f.segmented >= :worth
    or exists (
        select from event_segment s
        where s.site_number = f.site_number and s.dropped_at is not null
            and (s.dropped_at < :before
                or exists (select from event_column c where c.site_number = f.site_number and c.last_seq = s.last_seq)))
order by random()
limit :most;
