-- Gives some events of a user to another one.
-- in   :site bigint, :from_key bigint, :to_key bigint, :to_id text, :until bigint (the number of the last)
update event e
set user_key = :to_key, user_id = :to_id
from (
    select x.site_number, x.at, x.seq from event x where x.site_number = :site and x.user_key = :from_key and x.seq <= :until) old
where e.site_number = old.site_number and e.at = old.at and e.seq = old.seq;
