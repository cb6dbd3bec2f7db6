-- Deletes comments that are older than their organization's plan keeps history, and some days more.
-- in   :plans text[], :days text[] (that each of them keeps, -1 for all), :more int (days), :now timestamptz, :most int
delete from video_comment c
using (
    select c.video_id, c.id
    from organization o
    join unnest(cast(:plans as text[]), cast(cast(:days as text[]) as bigint[])) as p (plan, days) on p.plan = o.plan
    cross join lateral (
        select coalesce(cast(o.limits ->> 'stats_history_retention_days' as bigint), p.days) as days) kept
    cross join lateral (
        select c.video_id, c.id from video_comment c
        where c.organization_id = o.id
          and c.at < cast(:now as timestamptz) - make_interval(days => cast(least(kept.days + :more, 100000) as int))
        limit :most) c
    where kept.days >= 0
    limit :most) old
where c.video_id = old.video_id and c.id = old.id;
