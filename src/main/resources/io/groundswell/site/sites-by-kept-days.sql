-- All sites, by the first day of what they keep.
-- in   :plans text[], :days text[] (that each of them keeps), :today date
-- out  oldest date (null where everything is kept), sites bigint[] (their numbers, in order)
select k.oldest, array_agg(k.site_number order by k.site_number) as sites
from kept_since(:plans, cast(cast(:days as text[]) as bigint[]), cast(:today as date)) k
group by k.oldest;
