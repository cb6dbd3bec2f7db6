-- Notes all weeks of the figures of a site that are not noted yet.
-- in   :site bigint, :now timestamptz
insert into figure_week (site_number, figures, monday, state, changed_at)
select :site, w.figures, w.monday, 'CHANGED', :now
from (
    select 'EVENTS' as figures, cast(date_trunc('week', cast(f.day as timestamp)) as date) as monday
    from event_figure f
    where f.site_number = :site and f.name_key = 0 and f.kind = 1
    union
    select 'SESSIONS', cast(date_trunc('week', cast(f.day as timestamp)) as date)
    from session_figure f
    where f.site_number = :site and f.kind = 1
) w
on conflict do nothing;
