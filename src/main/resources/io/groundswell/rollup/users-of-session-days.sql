-- The users of days that are there in the figures of sessions, or how large their sets are alone: these are not read for it.
-- in   :site bigint, :sets boolean, whether the sets are wanted, :days text[]
-- out  day date, bytes int (0 for no set), users bytea (null for no set)
select f.day, coalesce(octet_length(f.users), 0) as bytes, case when :sets then f.users end as users
from session_figure f
where f.site_number = :site and f.kind = 1 and f.day = any (cast(cast(:days as text[]) as date[]));
