-- Adds events to their sessions. What is in the kept figures was noted before. The caller holds the rows of their sites.
-- in   one element of each for each session: :sites :keys (numbers) :ids :user_keys (numbers or null) :users :starts :ends
--      (timestamps) :entries :exits :events :interactive (counts) text[]
insert into session as old (
    site_number, session_key, session_id, user_key, user_id, start_at, end_at, entry_page, exit_page, events, interactive)
select t.site_number, t.session_key, t.session_id, t.user_key, t.user_id, t.start_at, t.end_at, t.entry_page, t.exit_page,
    t.events, t.interactive
from unnest(
    cast(cast(:sites as text[]) as bigint[]),
    cast(cast(:keys as text[]) as bigint[]),
    cast(:ids as text[]),
    cast(cast(:user_keys as text[]) as bigint[]),
    cast(:users as text[]),
    cast(cast(:starts as text[]) as timestamptz[]),
    cast(cast(:ends as text[]) as timestamptz[]),
    cast(:entries as text[]),
    cast(:exits as text[]),
    cast(cast(:events as text[]) as bigint[]),
    cast(cast(:interactive as text[]) as bigint[]))
    as t (site_number, session_key, session_id, user_key, user_id, start_at, end_at, entry_page, exit_page, events, interactive)
order by t.site_number, t.session_key
on conflict (site_number, session_key) do update set
    user_key = coalesce(old.user_key, excluded.user_key),
    user_id = coalesce(old.user_id, excluded.user_id),
    -- Of two events at the same time, the one that came first is the earlier one.
    entry_page = case when excluded.start_at < old.start_at then excluded.entry_page else old.entry_page end,
    exit_page = case when excluded.end_at >= old.end_at then excluded.exit_page else old.exit_page end,
    start_at = least(old.start_at, excluded.start_at),
    end_at = greatest(old.end_at, excluded.end_at),
    events = old.events + excluded.events,
    interactive = old.interactive + excluded.interactive;
