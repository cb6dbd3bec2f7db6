-- How many figures of events there are to be added up for a week.
-- in   :site bigint, :monday date, :most bigint
-- out  figures bigint; no more than :most
with recursive sort as (
    -- From one to the next, for there are few of them and very many figures.
    (select f.name_key, f.kind from event_figure f where f.site_number = :site order by f.name_key, f.kind limit 1)
    union all
    select n.name_key, n.kind
    from sort s
    cross join lateral (
        select f.name_key, f.kind from event_figure f
        where f.site_number = :site and (f.name_key, f.kind) > (s.name_key, s.kind)
        order by f.name_key, f.kind
        limit 1
    ) n
)
select count(*) as figures
from (
    select 1
    from sort s
    cross join lateral (
        select 1 from event_figure f
        where f.site_number = :site and f.name_key = s.name_key and f.kind = s.kind
            and f.day >= cast(:monday as date) and f.day < cast(:monday as date) + 7
        offset 0
    ) f
    where s.kind >= 11
    limit :most
) figure;
