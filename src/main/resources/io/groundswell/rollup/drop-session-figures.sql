-- Deletes the first figures of one kind of sessions that start before a day.
-- in   :site bigint, :day date, :most bigint
with next as (
    select f.kind from session_figure f
    where f.site_number = :site and f.kind in (1, 2, 3, 4, -2, -3, -4) and f.day < :day
    limit 1
),
last as (
    select o.day, o.value_key
    from (
        select f.day, f.value_key from session_figure f
        where f.site_number = :site and f.kind = (select n.kind from next n) and f.day < :day
        order by f.day, f.value_key
        limit :most
    ) o
    order by o.day desc, o.value_key desc
    limit 1
)
delete from session_figure f
where f.site_number = :site and f.kind = (select n.kind from next n) and f.day < :day
    and (f.day, f.value_key) <= (select l.day, l.value_key from last l);
