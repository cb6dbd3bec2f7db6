-- Adds up the figures of events of a week. Counts are in the index, and nothing else is read.
-- in   :site bigint, :monday date, :kinds text[] (numbers, of figures)
insert into event_figure (site_number, name_key, kind, day, value_key, events, value)
with name as (
    -- All, and those that happened in the week.
    select cast(0 as bigint) as name_key
    union
    select name_key(f.value_key) from event_figure f
    where f.site_number = :site and f.name_key = 0 and f.kind = 11
        and f.day >= cast(:monday as date) and f.day < cast(:monday as date) + 7
)
select :site, n.name_key, -k.kind, cast(:monday as date), w.value_key, w.events, w.days
from name n
cross join unnest(cast(cast(:kinds as text[]) as int[])) as k (kind)
cross join lateral (
    select f.value_key, sum(f.events) as events,
        concat(min(f.day) - cast(:monday as date), max(f.day) - cast(:monday as date)) as days
    from event_figure f
    where f.site_number = :site and f.name_key = n.name_key and f.kind = k.kind
        and f.day >= cast(:monday as date) and f.day < cast(:monday as date) + 7
    group by f.value_key
) w;
