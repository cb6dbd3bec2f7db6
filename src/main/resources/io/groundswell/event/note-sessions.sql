-- Notes sessions of a site as they are in the kept figures, before events are added to them, as well as those that become too old to wait
-- for their turn. The caller holds the row of the site.
-- in   :site bigint, and one element of each for each session: :keys (numbers) :starts (timestamps) text[]
insert into session_change (
    site_number, session_key, start_at, end_at, entry_page, exit_page, events, interactive, user_key, number)
select f.site_number, t.session_key, s.start_at, s.end_at, s.entry_page, s.exit_page, s.events, s.interactive, s.user_key,
    v.number
from session_fold f
cross join unnest(
    cast(cast(:keys as text[]) as bigint[]),
    cast(cast(:starts as text[]) as timestamptz[])) as t (session_key, start_at)
left join session s on s.site_number = :site and s.session_key = t.session_key and s.start_at < f.sessions_before
left join visitor v on v.site_number = :site and v.user_key = s.user_key
where f.site_number = :site and f.sessions_before is not null and (t.start_at < f.sessions_before or s.start_at is not null)
order by t.session_key
on conflict do nothing;
