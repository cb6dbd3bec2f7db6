-- Keeps by which ids users are known now. What was told of those who had one id until now is still to be given to the other one.
-- in   :sites :previous_keys :user_keys text[] (of numbers), :previous_ids :user_ids text[] (as many each), :today date
-- out  number bigint, of sites that had no such users before
with saved as (
    insert into user_alias as old (site_number, previous_key, previous_id, user_key, user_id, told_on, moves_to_key, moves_to_id)
    select t.site_number, t.previous_key, t.previous_id, t.user_key, t.user_id, cast(:today as date), t.user_key,
        t.user_id
    from unnest(
        cast(cast(:sites as text[]) as bigint[]),
        cast(cast(:previous_keys as text[]) as bigint[]),
        cast(:previous_ids as text[]),
        cast(cast(:user_keys as text[]) as bigint[]),
        cast(:user_ids as text[])) as t (site_number, previous_key, previous_id, user_key, user_id)
    order by t.site_number, t.previous_key
    on conflict (site_number, previous_key) do update set
        previous_id = excluded.previous_id, user_key = excluded.user_key, user_id = excluded.user_id, told_on = excluded.told_on
    where old.user_key <> excluded.user_key or old.told_on < excluded.told_on
    returning site_number
)
update site set aliased = true where not aliased and number in (select site_number from saved)
returning number;
