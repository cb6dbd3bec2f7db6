-- Notes the sessions of a user that are in the kept figures, as they are.
-- in   :site bigint, :user bigint (key), :before timestamptz (start of the first session that is not)
insert into session_change (
    site_number, session_key, start_at, end_at, entry_page, exit_page, events, interactive, user_key, number)
select s.site_number, s.session_key, s.start_at, s.end_at, s.entry_page, s.exit_page, s.events, s.interactive, s.user_key, v.number
from session s
join visitor v on v.site_number = s.site_number and v.user_key = s.user_key
where s.site_number = :site and s.user_key = :user and s.start_at < :before
order by s.session_key
on conflict do nothing;
