-- Nothing is given any more to a user who is forgotten.
-- in   :site bigint, :key bigint (of the user's id)
update user_alias set moves_to_key = null, moves_to_id = null
where site_number = :site and moves_to_key = :key and user_key <> :key;
