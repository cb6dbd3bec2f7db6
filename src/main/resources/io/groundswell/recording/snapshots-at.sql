-- Snapshots of instants, as far as there are any.
-- in   :ids text[]; :ats bigint[] (microseconds since 1970), an element for each
-- out  number int (from 1 on), id text, at timestamptz, reset boolean, told bigint (bits of the counters that were told); the counters
select cast(w.number as int) as number, s.id::text as id, s.at, s.reset, s.told, s.views, s.likes, s.comments, s.shares, s.saves,
    s.followers
from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:ats as bigint[])) with ordinality as w (id, at, number)
join tracked_snapshot s on s.id = w.id and s.at = timestamptz 'epoch' + w.at * interval '1 microsecond';
