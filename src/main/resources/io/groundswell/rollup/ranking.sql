-- The values that most events of a site have.
-- in   :site bigint, :kind int (of its figures), :name_key bigint (hash of the name of the events; 0 for all), :most bigint,
--      :first date, :end date (excluded), and one element of each for each value of events that are not folded: :told_keys (uuids)
--      :told_values :told_events (counts) :told_firsts :told_lasts (days) text[]
-- out  value_key uuid, value text, events bigint, first date, last date (in UTC), total bigint
--      (of all values)
with kept as (
    select f.value_key, sum(f.events) as events, min(f.day) as first, max(f.day) as last
    from event_figure f
    where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day >= :first and f.day < :end
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
        select value_key, events, first, last from told
    ) b
    group by b.value_key
    order by events desc
    fetch first (cast(:most as bigint)) rows with ties
),
named as (
    select r.value_key,
        coalesce(t.value, (
            select f.value from event_figure f
            where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day = r.first and f.value_key = r.value_key
        )) as value,
        cast(r.events as bigint) as events, r.first, r.last, cast(r.total as bigint) as total
    from ranked r
    left join told t on t.value_key = r.value_key
)
select value_key, value, events, first, last, total from named
order by events desc, value collate "C"
limit :most;
