-- Sessions of a user.
-- in   :site bigint, :keys text[] (numbers that stand for the user), :session_key bigint (after which they begin; null for all),
--      :most bigint
-- out  session_key bigint, session_id, user_id text, start_at, end_at timestamptz, entry_page, exit_page text, events bigint,
--      bounce boolean; by key
select s.session_key, s.session_id, s.user_id, s.start_at, s.end_at, s.entry_page, s.exit_page, s.events, s.interactive = 0 as bounce
from session s
where s.site_number = :site and s.user_key = any (cast(cast(:keys as text[]) as bigint[]))
    and (cast(:session_key as bigint) is null or s.session_key > :session_key)
order by s.session_key
limit :most;
