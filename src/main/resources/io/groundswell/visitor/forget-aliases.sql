-- Forgets the former ids of a user, after those whose rows are still to be given to somebody else went to that one.
-- in   :site bigint, :key bigint (of the user's id)
delete from user_alias
where site_number = :site and user_key = :key and (moves_to_key is null or moves_to_key = :key);
