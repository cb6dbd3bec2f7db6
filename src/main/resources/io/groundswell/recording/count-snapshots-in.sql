-- How many snapshots there are in stretches of time.
-- in   :ids text[]; arrays of bigint, an element for each stretch: :starts :ends (microseconds since 1970, the end is not in it);
--      :most bigint, that are counted of each
-- out  in the order of the elements: snapshots bigint
select (
    select count(*) from (
        select 1 from tracked_snapshot s where s.id = w.id and s.at >= part.first and s.at < part.after limit :most) as first) as snapshots
from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:starts as bigint[]), cast(:ends as bigint[]))
    with ordinality as w (id, first, after, number)
cross join lateral (
    select timestamptz 'epoch' + w.first * interval '1 microsecond' as first,
        timestamptz 'epoch' + w.after * interval '1 microsecond' as after offset 0) part
order by w.number;
