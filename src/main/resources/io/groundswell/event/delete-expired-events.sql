-- Deletes the first events of a site from before a moment.
-- in   :site bigint, :edge timestamptz, :most bigint (about: as many as there are at the same time)
delete from event e
where e.site_number = :site and e.at < :edge and e.at <= (
    select max(first.at)
    from (select x.at from event x where x.site_number = :site and x.at < :edge order by x.at limit :most) first);
