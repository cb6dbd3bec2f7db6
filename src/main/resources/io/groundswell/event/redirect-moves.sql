-- Where rows of a site are still to be given to a user who has another id now, they go to that one.
-- in   :site bigint, :previous_keys :user_keys text[] (of numbers), :user_ids text[] (as many each)
update user_alias a
set moves_to_key = t.user_key, moves_to_id = t.user_id
from unnest(
    cast(cast(:previous_keys as text[]) as bigint[]),
    cast(cast(:user_keys as text[]) as bigint[]),
    cast(:user_ids as text[])) as t (previous_key, user_key, user_id)
where a.site_number = :site and a.moves_to_key = t.previous_key;
