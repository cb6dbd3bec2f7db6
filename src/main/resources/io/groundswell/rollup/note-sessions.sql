-- Notes those of some sessions that are in the kept figures, as they are.
-- in   :site bigint, :sessions text[] (of numbers), :before timestamptz (start of the first session that is not)
insert into session_change (
    site_number, session_key, start_at, end_at, entry_page, exit_page, events, interactive, user_key, number)
select s.site_number, s.session_key, s.start_at, s.end_at, s.entry_page, s.exit_page, s.events, s.interactive, s.user_key, v.number
from session s
left join visitor v on v.site_number = :site and v.user_key = s.user_key
where s.site_number = :site and s.session_key = any (cast(cast(:sessions as text[]) as bigint[])) and s.start_at < :before
order by s.session_key
on conflict do nothing;
