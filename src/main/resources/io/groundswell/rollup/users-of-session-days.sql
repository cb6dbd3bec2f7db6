-- The users of days that are there in the figures of sessions.
-- in   :site bigint, :days text[]
-- out  day date, users bytea
select f.day, f.users
from session_figure f
where f.site_number = :site and f.kind = 1 and f.day = any (cast(cast(:days as text[]) as date[]));
