-- Deletes those of some sessions that have no more events than so many.
-- in   :site bigint, and one element of each for each session: :sessions (numbers) :events (counts) text[]
delete from session s
using unnest(
    cast(cast(:sessions as text[]) as bigint[]),
    cast(cast(:events as text[]) as bigint[])) as t (session_key, events)
where s.site_number = :site and s.session_key = t.session_key and s.events <= t.events;
