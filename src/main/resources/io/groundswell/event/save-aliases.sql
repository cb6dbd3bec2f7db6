-- Keeps by which ids users of a site are known now. What was told of those who had one id until now is still to be given to the other
-- one.
-- in   :site bigint, :previous_keys :user_keys text[] (of numbers), :previous_ids :user_ids text[] (as many each), :today date
insert into user_alias as old (site_number, previous_key, previous_id, user_key, user_id, told_on, moves_to_key, moves_to_id)
select :site, t.previous_key, t.previous_id, t.user_key, t.user_id, cast(:today as date), t.user_key, t.user_id
from unnest(
    cast(cast(:previous_keys as text[]) as bigint[]),
    cast(:previous_ids as text[]),
    cast(cast(:user_keys as text[]) as bigint[]),
    cast(:user_ids as text[])) as t (previous_key, previous_id, user_key, user_id)
order by t.previous_key
on conflict (site_number, previous_key) do update set
    previous_id = excluded.previous_id, user_key = excluded.user_key, user_id = excluded.user_id, told_on = excluded.told_on
where old.user_key <> excluded.user_key or old.told_on < excluded.told_on;
