-- Adds events to the totals of their sites.
-- in   :sites text[] (of numbers), :counts text[] (as many), :today date
-- out  number bigint, total bigint (with these)
with told as (
    select t.number, t.events
    from unnest(cast(cast(:sites as text[]) as bigint[]), cast(cast(:counts as text[]) as bigint[])) as t (number, events)
),
added as (
    update site set total_events = site.total_events + told.events
    from told where site.number = told.number
    returning site.number, site.id, site.total_events, told.events
),
used as (
    insert into site_usage (site_id, day, events, reads)
    select id, cast(:today as date), events, 0 from added
    on conflict (site_id, day) do update set events = site_usage.events + excluded.events
)
select number, total_events as total from added;
