-- Deletes some sessions that began in weeks that are wholly older than what their sites keep.
-- in   :plans text[], :days text[] (that each of them keeps), :today date
delete from session
where ctid = any (array(
    select x.ctid
    from kept_since(:plans, cast(cast(:days as text[]) as bigint[]), cast(:today as date)) k
    cross join lateral (
        select x.ctid from session x
        where x.site_number = k.site_number and x.start_at < date_trunc('week', cast(k.oldest as timestamp)) at time zone 'UTC'
        limit 10000) x
    limit 10000));
