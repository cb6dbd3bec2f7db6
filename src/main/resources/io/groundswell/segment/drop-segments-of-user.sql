-- Drops the segments that hold events of a user.
-- in   :site bigint, :user bigint (key), :until bigint (number of the last event), :now timestamptz
update event_segment s set dropped_at = :now
where s.site_number = :site and s.dropped_at is null and s.last_seq = any (array(
    select distinct n.last_seq
    from event e
    cross join lateral (
        select x.first_seq, x.last_seq
        from event_segment x
        where x.site_number = :site and x.last_seq >= e.seq
        order by x.last_seq
        limit 1
    ) n
    where e.site_number = :site and e.user_key = :user and e.seq <= :until and e.seq >= n.first_seq
));
