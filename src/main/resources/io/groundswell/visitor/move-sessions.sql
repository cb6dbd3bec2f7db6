-- Gives sessions of a user to another one.
-- in   :site bigint, :from_key bigint, :to_key bigint, :to_id text, :sessions text[] (of numbers)
update session s
set user_key = :to_key, user_id = :to_id
where s.site_number = :site and s.user_key = :from_key and s.session_key = any (cast(cast(:sessions as text[]) as bigint[]));
