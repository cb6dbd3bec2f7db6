-- What videos gained on each day, as it would be had from snapshots alone.
-- in   :videos uuid[], :days int (before today)
select day, sum(gain) as views
from (select (at at time zone 'UTC')::date as day, greatest(0, views - lag(views, 1, views) over (partition by id order by at)) as gain
      from tracked_snapshot
      where id = any (:videos) and at >= date_trunc('day', now(), 'UTC') - (:days + 1) * interval '1 day') gains
where day >= (now() at time zone 'UTC')::date - :days
group by day
order by day
