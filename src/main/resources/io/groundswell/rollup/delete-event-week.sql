-- Deletes the sums of a week of events.
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
delete from event_figure f
using sort s
where f.site_number = :site and f.name_key = s.name_key and f.kind = s.kind and s.kind < 0 and f.day = :monday;
