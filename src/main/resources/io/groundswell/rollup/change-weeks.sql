-- Notes that figures of some days change, whose weeks are not added up any more. Holds the weeks even where there is nothing to note, so that nobody
-- adds them up before the change can be seen.
-- in   :site bigint, :figures text (EVENTS or SESSIONS), :mondays text[] (of dates), :minute timestamptz (at hand)
insert into figure_week as old (site_number, figures, monday, state, changed_at)
select :site, :figures, m.monday, 'CHANGED', :minute
from unnest(cast(cast(:mondays as text[]) as date[])) as m (monday)
order by m.monday
on conflict (site_number, figures, monday) do update set state = excluded.state, changed_at = excluded.changed_at
-- The week at hand changes every second: once a minute will do.
where old.state <> 'CHANGED' or old.changed_at <> excluded.changed_at;
