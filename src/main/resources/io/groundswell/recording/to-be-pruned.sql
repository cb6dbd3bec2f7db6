-- Things that nobody looked at today for what their organization's plan no longer keeps.
-- in   :plans text[], :days text[] (that each of them keeps, -1 for all), :least int (days that all of them keep), :today date,
--      :limit int
-- out  id text, kind text, oldest date (the first day that is kept)
select t.id::text as id, t.kind, cast(:today as date) - cast(least(greatest(kept.days, :least), 100000) as int) as oldest
from organization o
join unnest(cast(:plans as text[]), cast(cast(:days as text[]) as bigint[])) as p (plan, days) on p.plan = o.plan
cross join lateral (
    select coalesce(cast(o.limits ->> 'stats_history_retention_days' as bigint), p.days) as days) kept
cross join lateral (
    select * from tracked t where t.organization_id = o.id and t.pruned_on < cast(:today as date)
    order by t.pruned_on limit :limit) t
where kept.days >= 0
limit :limit;
