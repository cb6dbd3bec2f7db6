-- Sessions of a site that are to be folded next, and are in the figures as they were: they began earlier then.
-- in   :site bigint, :from timestamptz (null for the beginning), :until timestamptz (of sessions' starts, excluded)
-- out  key bigint
select c.session_key as key
from session_change c
join session s on s.site_number = :site and s.session_key = c.session_key
where c.site_number = :site and s.start_at < :until and (cast(:from as timestamptz) is null or s.start_at >= :from);
