-- Sites with sessions that can be folded. In no order, so that one that fails stops no other for long.
-- in   :until timestamptz (of sessions' starts, excluded), :most bigint
-- out  number bigint; :most rows at most
select f.site_number as number
from session_fold f
where exists (select from session_change c where c.site_number = f.site_number)
    or exists (
        select from session s
        where s.site_number = f.site_number and s.start_at < :until
            and s.start_at >= coalesce(f.sessions_before, '-infinity'))
order by random()
limit :most;
