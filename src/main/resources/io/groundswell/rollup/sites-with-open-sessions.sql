-- Sites with sessions that can be folded. In no order, so that one that fails stops no other for long.
-- in   :until timestamptz (of sessions' starts, excluded), :crowded timestamptz (the same, of sites with more than :most_open bigint
--      that are not folded), :most bigint
-- out  number bigint; :most rows at most
select f.site_number as number
from session_fold f
where exists (select from session_change c where c.site_number = f.site_number)
    or exists (
        select from session s
        where s.site_number = f.site_number and s.start_at < :until
            and s.start_at >= coalesce(f.sessions_before, '-infinity'))
    or exists (
        -- By the key, for no part of a distributed table stops counting for another one's sake.
        select from session s
        where s.site_number = f.site_number and s.start_at < :crowded
            and s.start_at >= coalesce(f.sessions_before, '-infinity')
        group by s.site_number
        having count(*) > :most_open)
order by random()
limit :most;
