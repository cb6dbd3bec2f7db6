-- How many figures of events there are to be added up for a week.
-- in   :site bigint, :monday date, :kinds text[] (numbers, of figures), :most bigint
-- out  figures bigint; no more than :most
with name as (
    -- All, and those that happened in the week.
    select cast(0 as bigint) as name_key
    union
    select name_key(f.value_key) from event_figure f
    where f.site_number = :site and f.name_key = 0 and f.kind = 11
        and f.day >= cast(:monday as date) and f.day < cast(:monday as date) + 7
)
select count(*) as figures
from (
    select 1
    from name n
    cross join unnest(cast(cast(:kinds as text[]) as int[])) as k (kind)
    cross join lateral (
        select 1 from event_figure f
        where f.site_number = :site and f.name_key = n.name_key and f.kind = k.kind
            and f.day >= cast(:monday as date) and f.day < cast(:monday as date) + 7
        offset 0
    ) f
    limit :most
) figure;
