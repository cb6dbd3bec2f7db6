-- Deletes snapshots that are older than the last one before a moment. That one stays: it tells where counters stood then, also
-- those that were told before it.
-- in   :ids text[], :edges bigint[] (microseconds since 1970), an element for each thing
-- out  id text, at timestamptz of the oldest that is left, for things that had older ones
with oldest as (
    select w.id, s.at
    from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:edges as bigint[])) as w (id, edge)
    cross join lateral (
        select t.at from tracked_snapshot t
        where t.id = w.id and t.at < timestamptz 'epoch' + w.edge * interval '1 microsecond'
        order by t.at desc limit 1) s
), gone as (
    delete from tracked_snapshot s using oldest o where s.id = o.id and s.at < o.at returning s.id
)
update tracked_snapshot s set told =
    case when s.views is null then 0 else 1 end | case when s.likes is null then 0 else 2 end
    | case when s.comments is null then 0 else 4 end | case when s.shares is null then 0 else 8 end
    | case when s.saves is null then 0 else 16 end | case when s.followers is null then 0 else 32 end
from oldest o
where s.id = o.id and s.at = o.at and exists (select from gone g where g.id = o.id)
returning s.id::text as id, s.at;
