-- The newest sessions of a site.
-- in   :site bigint, :from timestamptz, :until timestamptz (excluded), :user_key bigint (null for all), :bounce boolean
--      (null for all), :most bigint
-- out  session_id text, user_id text, start_at timestamptz, end_at timestamptz, entry_page text, exit_page text,
--      events bigint, bounce boolean; those that started last first
select s.session_id, s.user_id, s.start_at, s.end_at, s.entry_page, s.exit_page, s.events, s.interactive = 0 as bounce
from session s
where s.site_number = :site and s.start_at >= :from and s.start_at < :until
    and (cast(:user_key as bigint) is null or s.user_key = :user_key)
    and (cast(:bounce as boolean) is null or (s.interactive = 0) = :bounce)
order by s.start_at desc, s.session_id collate "C"
limit :most;
