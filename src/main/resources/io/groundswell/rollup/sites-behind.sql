-- Sites with events that are worth to be folded: many, or old ones. In no order, so that one that fails stops no other for long.
-- in   :worth int (how many are many), :now timestamptz, :before timestamptz (of the fold before it, for few to be old),
--      :most bigint
-- out  number bigint, waiting bigint (events of all such sites, those left out too); :most rows at most
select s.number, cast(sum(s.total_events - f.seq) over () as bigint) as waiting
from site_fold f
join site s on s.number = f.site_number
where s.total_events - f.seq >= :worth
    or s.total_events > f.seq and (f.folded_at is null or f.folded_at not between :before and :now)
order by random()
limit :most;
