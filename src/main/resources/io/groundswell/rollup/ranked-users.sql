-- Who is behind the values of a ranking. What is folded and what is not come in rows of their own. As ranking.sql, it stands for names.
-- in   as ranking.sql, and one element of each for each value: :keys (uuids) :firsts :lasts (days) text[]
-- out  value_key uuid, users bytea, numbers int[], newcomers bigint[] (keys; each may be null)
with ranked as (
    select * from unnest(
        cast(cast(:keys as text[]) as uuid[]),
        cast(cast(:firsts as text[]) as date[]),
        cast(cast(:lasts as text[]) as date[])) as t (value_key, first, last)
)
select r.value_key, f.users, cast(null as int[]) as numbers, cast(null as bigint[]) as newcomers
from ranked r
cross join lateral generate_series(cast(r.first as timestamp), cast(r.last as timestamp), interval '1 day') d
cross join lateral (
    -- The limit has each looked up: there are far more figures than are wanted here.
    select f.users from event_figure f
    where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day = cast(d as date)
        and f.value_key = r.value_key
    limit 1
) f
where f.users is not null
union all
select t.value_key, null, array_agg(distinct v.number) filter (where v.number is not null),
    array_agg(distinct t.user_key) filter (where v.number is null)
from (
    select e.user_key, value_key(e.name/* value */) as value_key
    from counted_event e
    where e.site_number = :site and e.seq > :folded and e.seq <= :last and e.at >= :from and e.at < :until
        and (cast(:event as text) is null or e.name = :event) and e.user_key is not null
) t
left join visitor v on v.site_number = :site and v.user_key = t.user_key
where t.value_key in (select value_key from ranked)
group by t.value_key;
