-- The values that most events of a site have. As it stands, their names; what has a comment behind it is replaced for the other dimensions.
-- in   :site bigint, :kind int (of its figures), :event text (null for all), :name_key bigint (its hash), :most bigint,
--      :first date, :end date (excluded), :from timestamptz, :until timestamptz (excluded; the same times),
--      :folded :last bigint (numbers of events)
-- out  value_key uuid, value text, events bigint, first date, last date (in UTC), total bigint (of all values)
with kept as (
    select f.value_key, sum(f.events) as events, min(f.day) as first, max(f.day) as last
    from event_figure f
    where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day >= :first and f.day < :end
    group by f.value_key
),
told as (
    select t.value, value_key(t.value) as value_key, count(*) as events, min(t.day) as first, max(t.day) as last
    from (
        select cast(e.at at time zone 'UTC' as date) as day,
            e.name/* value */ as value
        from counted_event e
        where e.site_number = :site and e.seq > :folded and e.seq <= :last and e.at >= :from and e.at < :until
            and (cast(:event as text) is null or e.name = :event)
    ) t
    where t.value is not null
    group by t.value
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
