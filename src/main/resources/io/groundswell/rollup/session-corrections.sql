-- What sessions that changed mean for the figures.
-- in   :site bigint, :keys text[] (of numbers)
-- out  as open-sessions.sql; sign is -1 for what has to be taken from the figures, which comes with the user's number
select c.sign, cast(c.start_at at time zone 'UTC' as date) as day, session_length(c.end_at - c.start_at) as length,
    cast(1000 * extract(epoch from c.end_at - c.start_at) as bigint) as duration, c.entry_page, c.exit_page, c.events,
    c.interactive, c.user_key, c.number
from session_correction c
where c.site_number = :site and c.session_key = any (cast(cast(:keys as text[]) as bigint[]));
