-- Deletes events of a user.
-- in   :site bigint, :key bigint, :until bigint (the number of the last)
delete from event e where e.site_number = :site and e.user_key = :key and e.seq <= :until;
