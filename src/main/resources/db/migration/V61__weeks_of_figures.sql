-- Figures of sites once more, by weeks that are over: a question about a long time reads a row for each value and week, not for each day.
-- They are in event_figure and session_figure, on their Monday and with the negative kind. Their value is no text: it has the first and
-- the last day of the week (0 to 6) on which there is something.

-- A week in which a site has figures by days. Whoever changes those writes this row in the same transaction, and whoever adds them up holds it.
create table figure_week (
    site_number bigint not null,
    -- EVENTS or SESSIONS.
    figures text not null,
    -- In UTC.
    monday date not null,
    -- CHANGED; SUMMED, when its figures are exactly what those of its days come to; or TOO_LARGE to be added up, until it changes.
    state text not null,
    -- By the minute.
    changed_at timestamptz not null,
    -- Begin of the last time that it was added up.
    summed_at timestamptz,
    primary key (site_number, figures, monday)
) with (fillfactor = 50);
create index figure_week_changed on figure_week (monday) where state = 'CHANGED';

-- Whether all weeks of the site's figures are in figure_week. Of sites from before this, a round puts them there.
alter table site_fold add column weeks_noted boolean not null default false;
alter table site_fold alter column weeks_noted set default true;

-- The name_key of a name whose value_key is this one: both begin alike.
create function name_key(value_key uuid) returns bigint language sql immutable parallel safe as $$
    select cast(cast('x' || left(replace(cast(value_key as text), '-', ''), 16) as bit(64)) as bigint)
$$;
