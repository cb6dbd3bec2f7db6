-- Forgets the former ids of a user. Those whose rows are still to be given to somebody else go on being that one's.
-- in   :site bigint, :key bigint (of the user's id)
with others as (
    update user_alias set user_key = moves_to_key, user_id = moves_to_id
    where site_number = :site and user_key = :key and moves_to_key <> :key
), theirs as (
    delete from user_alias
    where site_number = :site and user_key = :key and (moves_to_key is null or moves_to_key = :key)
)
update user_alias set moves_to_key = null, moves_to_id = null
where site_number = :site and moves_to_key = :key and user_key <> :key;
