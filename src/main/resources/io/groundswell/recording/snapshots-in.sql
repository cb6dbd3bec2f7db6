-- Snapshots of stretches of time, each with the last one before it.
-- in   :ids text[]; arrays of bigint, an element for each stretch: :starts :ends (microseconds since 1970, the end is not in it)
-- out  number int (of the stretch, from 1 on), in order of time; of the one before it, before is true
select cast(w.number as int) as number, s.before, s.id::text as id, s.at, s.told, s.reset, s.views, s.likes, s.comments,
    s.shares, s.saves, s.followers
from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:starts as bigint[]), cast(:ends as bigint[]))
    with ordinality as w (id, first, after, number)
cross join lateral (
    select timestamptz 'epoch' + w.first * interval '1 microsecond' as first,
        timestamptz 'epoch' + w.after * interval '1 microsecond' as after offset 0) part
cross join lateral (
    (select true as before, b.* from tracked_snapshot b where b.id = w.id and b.at < part.first order by b.at desc limit 1)
    union all
    (select false, t.* from tracked_snapshot t
     where t.id = w.id and t.at >= part.first and t.at < part.after order by t.at)) s
order by w.number, s.at;
