-- The next events of weeks that are wholly older than what their site keeps: the first 10,000 of one site.
-- in   :plans text[], :days text[] (that each of them keeps), :today date
-- out  site_number bigint, edge timestamptz (of the last of them); one row, or none
select k.site_number, x.edge
from kept_since(:plans, cast(cast(:days as text[]) as bigint[]), cast(:today as date)) k
cross join lateral (
    select max(y.at) as edge
    from (
        select x.at from event x
        where x.site_number = k.site_number and x.at < date_trunc('week', cast(k.oldest as timestamp)) at time zone 'UTC'
        order by x.at
        limit 10000) y) x
where x.edge is not null
limit 1;
