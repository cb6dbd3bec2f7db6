-- Deletes the first sessions of a site that ended before a moment.
-- in   :site bigint, :edge timestamptz, :most bigint (about: as many as began at the same time)
delete from session s
where s.site_number = :site and s.start_at < :edge and s.end_at < :edge and s.start_at <= (
    select max(first.start_at)
    from (
        select x.start_at from session x
        -- What ended before it began before it, too, and is found by that.
        where x.site_number = :site and x.start_at < :edge and x.end_at < :edge
        order by x.start_at
        limit :most) first);
