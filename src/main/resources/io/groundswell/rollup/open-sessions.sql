-- Sessions of a site that are to be folded next.
-- in   :site bigint, :from timestamptz (null for the beginning), :until timestamptz (excluded)
-- out  sign int (1), start_at timestamp (in UTC), day date, length text, duration bigint (milliseconds), entry_page, exit_page text, events,
--      interactive, user_key bigint, number int (null)
select 1 as sign, cast(s.start_at at time zone 'UTC' as date) as day, session_length(s.end_at - s.start_at) as length,
    cast(1000 * extract(epoch from s.end_at - s.start_at) as bigint) as duration, s.entry_page, s.exit_page, s.events,
    s.interactive, s.user_key, cast(null as int) as number
from session s
where s.site_number = :site and s.start_at < :until and (cast(:from as timestamptz) is null or s.start_at >= :from);
