-- Notes sessions that events are about to be added to, as they are, if they are in the kept figures or become too old to wait for
-- their turn. The caller holds the rows of their sites.
-- in   one element of each for each session: :sites :keys (numbers) :starts (timestamps) text[]
insert into session_change (
    site_number, session_key, start_at, end_at, entry_page, exit_page, events, interactive, user_key, number)
select t.site_number, t.session_key, s.start_at, s.end_at, s.entry_page, s.exit_page, s.events, s.interactive, s.user_key, v.number
from unnest(
    cast(cast(:sites as text[]) as bigint[]),
    cast(cast(:keys as text[]) as bigint[]),
    cast(cast(:starts as text[]) as timestamptz[])) as t (site_number, session_key, start_at)
join session_fold f on f.site_number = t.site_number and f.sessions_before is not null
left join session s on s.site_number = t.site_number and s.session_key = t.session_key and s.start_at < f.sessions_before
left join visitor v on v.site_number = s.site_number and v.user_key = s.user_key
where t.start_at < f.sessions_before or s.start_at is not null
order by t.site_number, t.session_key
on conflict do nothing;
