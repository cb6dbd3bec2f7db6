-- What sessions that changed mean for the figures. To those of a day that were dropped nothing is put and nothing taken from them: by a
-- plan that keeps more they may be asked for again.
-- in   :site bigint, :keys text[] (of numbers)
-- out  as open-sessions.sql; sign is -1 for what has to be taken from the figures, which comes with the user's number
select c.sign, cast(c.start_at at time zone 'UTC' as date) as day, session_length(c.end_at - c.start_at) as length,
    cast(1000 * extract(epoch from c.end_at - c.start_at) as bigint) as duration, c.entry_page, c.exit_page, c.events,
    c.interactive, c.user_key, c.number
from session_correction c
join session_change n on n.site_number = :site and n.session_key = c.session_key
where c.site_number = :site and c.session_key = any (cast(cast(:keys as text[]) as bigint[]))
    and (n.start_at is null or exists (
        select from session_figure f
        where f.site_number = :site and f.kind = 1 and f.day = cast(n.start_at at time zone 'UTC' as date)));
