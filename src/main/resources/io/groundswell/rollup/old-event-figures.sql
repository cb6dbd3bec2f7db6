-- Which figures of events of days before one there are, but for those of whole days.
-- in   :site bigint, :day date, :most bigint (of each sort)
-- out  name_key bigint, kind int, figures bigint (how many), last_day date, last_key text (of a uuid; where the last of them is)
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
select s.name_key, s.kind, l.figures, l.day as last_day, cast(l.value_key as text) as last_key
from sort s
cross join lateral (
    select count(*) over () as figures, o.day, o.value_key
    from (
        select f.day, f.value_key from event_figure f
        where f.site_number = :site and f.name_key = s.name_key and f.kind = s.kind and f.day < :day
        order by f.day, f.value_key
        limit :most
    ) o
    order by o.day desc, o.value_key desc
    limit 1
) l
where s.name_key <> 0 or s.kind <> 1;
