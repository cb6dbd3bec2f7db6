-- Deletes some events of a user.
-- in   :site bigint, :key bigint, :until bigint (the number of the last)
delete from event e
using (
    select x.site_number, x.at, x.seq from event x where x.site_number = :site and x.user_key = :key and x.seq <= :until) old
where e.site_number = old.site_number and e.at = old.at and e.seq = old.seq;
