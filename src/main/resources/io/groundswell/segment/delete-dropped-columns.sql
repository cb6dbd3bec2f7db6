-- Deletes the columns of some segments of a site that were dropped.
-- in   :site bigint, :most int (segments)
delete from event_column c
where c.site_number = :site and c.last_seq = any (array(
    select s.last_seq
    from event_segment s
    where s.site_number = :site and s.dropped_at is not null
        -- A value and no join, so that each is looked up also in a site that statistics do not know yet.
        and (select true from event_column x where x.site_number = :site and x.last_seq = s.last_seq limit 1)
    order by s.last_seq
    limit :most));
