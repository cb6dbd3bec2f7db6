-- Deletes some events of weeks that are wholly older than what their sites keep.
-- in   :plans text[], :days text[] (that each of them keeps), :today date
delete from event e
using (
    select x.site_number, x.at, x.seq
    from kept_since(:plans, cast(cast(:days as text[]) as bigint[]), cast(:today as date)) k
    cross join lateral (
        select x.site_number, x.at, x.seq from event x
        where x.site_number = k.site_number and x.at < date_trunc('week', cast(k.oldest as timestamp)) at time zone 'UTC'
        limit 10000) x
    limit 10000) old
where e.site_number = old.site_number and e.at = old.at and e.seq = old.seq;
