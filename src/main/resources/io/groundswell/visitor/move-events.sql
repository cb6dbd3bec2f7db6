-- Gives events of a user to another one.
-- in   :site bigint, :from_key bigint, :to_key bigint, :to_id text, :until bigint (the number of the last)
update event e
set user_key = :to_key, user_id = :to_id
where e.site_number = :site and e.user_key = :from_key and e.seq <= :until;
