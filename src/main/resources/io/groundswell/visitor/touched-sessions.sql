-- Sessions that change when events of a user are deleted: those of the events, and some of those that are kept as the user's.
-- in   :site bigint, :key bigint, :until bigint (the number of the last of the events), :most bigint (of those that are the user's)
-- out  key bigint, gone bigint (how many of the session's events are deleted)
with told as (
    select s.session_key, count(*) as gone
    from event e
    join session s on s.site_number = :site and s.session_key = e.session_key and e.at >= s.start_at and e.at <= s.end_at
    where e.site_number = :site and e.user_key = :key and e.seq <= :until
    group by s.session_key
),
own as (
    select s.session_key from session s where s.site_number = :site and s.user_key = :key limit :most
)
select coalesce(t.session_key, o.session_key) as key, coalesce(t.gone, 0) as gone
from told t
full join own o on o.session_key = t.session_key;
