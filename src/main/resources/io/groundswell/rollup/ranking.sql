-- The values that most events of a site have.
-- in   :site bigint, :kind int (of its figures), :name_key bigint (hash of the name of the events; 0 for all), :most bigint,
--      one element of each for each part of the time: :part_signs (1 for days, -1 for weeks that are added up) :part_firsts :part_ends
--      (days, the latter excluded) text[], :weeks (their Mondays) text[], and one element of each for each value of events that are
--      not folded: :told_keys (uuids) :told_values :told_events (counts) :told_firsts :told_lasts (days) text[]
-- out  value_key uuid, value text, events bigint, first date, last date (in UTC), total bigint
--      (of all values)
with part as (
    select * from unnest(
        cast(cast(:part_signs as text[]) as int[]),
        cast(cast(:part_firsts as text[]) as date[]),
        cast(cast(:part_ends as text[]) as date[])) as p (sign, first, until)
),
kept as (
    -- Of what is in a week, that is its Monday here.
    select f.value_key, cast(sum(f.events) as bigint) as events, min(f.day) as first, max(f.day) as last
    from part p
    cross join lateral (
        -- One part after the other is looked up in the index.
        select f.value_key, f.events, f.day from event_figure f
        where f.site_number = :site and f.name_key = :name_key and f.kind = p.sign * cast(:kind as int)
            and f.day >= p.first and f.day < p.until
        offset 0
    ) f
    group by f.value_key
),
told as (
    select * from unnest(
        cast(cast(:told_keys as text[]) as uuid[]),
        cast(:told_values as text[]),
        cast(cast(:told_events as text[]) as bigint[]),
        cast(cast(:told_firsts as text[]) as date[]),
        cast(cast(:told_lasts as text[]) as date[])) as t (value_key, value, events, first, last)
),
ranked as (
    -- With all that are equal to the last one, among which the values decide.
    select b.value_key, sum(b.events) as events, min(b.first) as first, max(b.last) as last, sum(sum(b.events)) over () as total
    from (
        select value_key, events, first, last from kept
        union all
        select value_key, events, null, null from told
    ) b
    group by b.value_key
    order by events desc
    fetch first (cast(:most as bigint)) rows with ties
),
placed as (
    select r.value_key, r.events, r.last, r.total,
        r.first + coalesce((
            select cast(left(w.value, 1) as int) from event_figure w
            where w.site_number = :site and w.name_key = :name_key and w.kind = -cast(:kind as int) and w.day = r.first
                and w.value_key = r.value_key and r.first = any (cast(cast(:weeks as text[]) as date[]))
        ), 0) as first
    from ranked r
),
named as (
    select p.value_key,
        coalesce(t.value, (
            select f.value from event_figure f
            where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day = p.first and f.value_key = p.value_key
        )) as value,
        cast(p.events as bigint) as events, least(p.first, t.first) as first, p.last, t.last as told_last,
        cast(p.total as bigint) as total
    from placed p
    left join told t on t.value_key = p.value_key
),
wanted as (
    select * from named order by events desc, value collate "C" limit :most
)
select n.value_key, n.value, n.events, n.first,
    greatest(n.told_last, n.last + coalesce((
        select cast(right(w.value, 1) as int) from event_figure w
        where w.site_number = :site and w.name_key = :name_key and w.kind = -cast(:kind as int) and w.day = n.last
            and w.value_key = n.value_key and n.last = any (cast(cast(:weeks as text[]) as date[]))
    ), 0)) as last, n.total
from wanted n
order by n.events desc, n.value collate "C";
