-- Deletes the columns of some segments of a site that were dropped.
-- in   :site bigint, :most int (segments)
delete from event_column c
where c.site_number = :site and c.last_seq in (
    select s.last_seq
    from event_segment s
    where s.site_number = :site and s.dropped_at is not null
        and exists (select from event_column x where x.site_number = :site and x.last_seq = s.last_seq)
    order by s.last_seq
    limit :most);
