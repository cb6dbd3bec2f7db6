-- From which kept snapshot on a new one, that is not the latest, changes nothing any more: the first later one that tells all that
-- the new one tells, or that the one of its instant told, which it replaces.
-- in   :ids text[]; arrays of bigint, an element for each new snapshot: :ats (microseconds since 1970), :tolds
-- out  in the order of the elements: at timestamptz, null where there is none
select (
    select s.at from tracked_snapshot s
    where s.id = w.id and s.at > new.at and (s.told & new.told) = new.told
    order by s.at limit 1) as at
from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:ats as bigint[]), cast(:tolds as bigint[]))
    with ordinality as w (id, at, told, number)
cross join lateral (select timestamptz 'epoch' + w.at * interval '1 microsecond' as at) instant
cross join lateral (
    select instant.at, w.told | coalesce((
        select s.told from tracked_snapshot s where s.id = w.id and s.at = instant.at), 0) as told) new
order by w.number;
