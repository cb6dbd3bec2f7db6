-- Deletes some sessions of a user.
-- in   :site bigint, :key bigint, :most bigint
delete from session s
using (select x.session_key from session x where x.site_number = :site and x.user_key = :key limit :most) old
where s.site_number = :site and s.user_key = :key and s.session_key = old.session_key;
