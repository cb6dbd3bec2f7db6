-- Adds events to their sessions. Sessions that are in the kept figures are noted as they were, as are those that become too old to wait
-- for their turn. The caller holds the rows of their sites.
-- in   one element of each for each session: :sites :keys (numbers) :ids :user_keys (numbers or null) :users :starts :ends
--      (timestamps) :entries :exits :events :interactive (counts) text[]
with told as (
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
),
noted as (
    -- What is read here is what was there before this statement.
    insert into session_change (
        site_number, session_key, start_at, end_at, entry_page, exit_page, events, interactive, user_key, number)
    select t.site_number, t.session_key, s.start_at, s.end_at, s.entry_page, s.exit_page, s.events, s.interactive, s.user_key,
        v.number
    from told t
    join session_fold f on f.site_number = t.site_number and f.sessions_before is not null
    left join session s
        on s.site_number = t.site_number and s.session_key = t.session_key and s.start_at < f.sessions_before
    left join visitor v on v.site_number = s.site_number and v.user_key = s.user_key
    where t.start_at < f.sessions_before or s.start_at is not null
    order by t.site_number, t.session_key
    on conflict do nothing
)
insert into session as old (
    site_number, session_key, session_id, user_key, user_id, start_at, end_at, entry_page, exit_page, events, interactive)
select * from told order by site_number, session_key
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
