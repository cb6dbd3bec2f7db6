-- Gives some sessions of a user to another one.
-- in   :site bigint, :from_key bigint, :to_key bigint, :to_id text, :most bigint
update session s
set user_key = :to_key, user_id = :to_id
from (select x.session_key from session x where x.site_number = :site and x.user_key = :from_key limit :most) old
where s.site_number = :site and s.user_key = :from_key and s.session_key = old.session_key;
