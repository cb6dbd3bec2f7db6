-- Former ids of a user whose rows are still to be given to somebody else go on being that one's.
-- in   :site bigint, :key bigint (of the user's id)
update user_alias set user_key = moves_to_key, user_id = moves_to_id
where site_number = :site and user_key = :key and moves_to_key <> :key;
