-- What each of the ten videos that gained most gained on each day, as it would be had from snapshots alone.
-- in   :videos uuid[], :days int (before today)
with gains as (
    select id, (at at time zone 'UTC')::date as day,
        greatest(0, views - lag(views, 1, views) over (partition by id order by at)) as gain
    from tracked_snapshot
    where id = any (:videos) and at >= date_trunc('day', now(), 'UTC') - (:days + 1) * interval '1 day'
), best as (
    select id from gains where day >= (now() at time zone 'UTC')::date - :days group by id order by sum(gain) desc, id limit 10
)
select b.id, day, sum(gain) as views
from gains g left join best b using (id)
where day >= (now() at time zone 'UTC')::date - :days
group by b.id, day
