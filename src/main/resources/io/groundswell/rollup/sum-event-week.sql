-- Adds up the figures of events of a week. Counts are in the index, and nothing else is read.
-- in   :site bigint, :monday date
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
insert into event_figure (site_number, name_key, kind, day, value_key, events, value)
select :site, s.name_key, -s.kind, cast(:monday as date), w.value_key, w.events, w.days
from sort s
cross join lateral (
    select f.value_key, sum(f.events) as events,
        concat(min(f.day) - cast(:monday as date), max(f.day) - cast(:monday as date)) as days
    from event_figure f
    where f.site_number = :site and f.name_key = s.name_key and f.kind = s.kind
        and f.day >= cast(:monday as date) and f.day < cast(:monday as date) + 7
    group by f.value_key
) w
where s.kind >= 11;
