-- Kept figures of sites: what events and sessions come to, so that questions need not read them all.

-- By this order events are folded into figures.
create index event_order on event (site_number, seq);

-- How far the figures of the events of a site go. Whoever changes them holds this row, and takes the row of the site before it if it
-- needs both.
create table site_fold (
    site_number bigint primary key references site (number) on delete cascade,
    -- The events up to this one are in the figures.
    seq bigint not null default 0,
    folded_at timestamptz
) with (fillfactor = 50);

-- How far the figures of the sessions of a site go. Whoever changes them holds the row of the site.
create table session_fold (
    site_number bigint primary key references site (number) on delete cascade,
    -- The sessions that start before this are in the figures. Null before there are any.
    sessions_before timestamptz
) with (fillfactor = 50);

-- How many users of a site have numbers. Whoever gives numbers takes this row last.
create table visitor_count (
    site_number bigint primary key references site (number) on delete cascade,
    visitors int not null default 0
) with (fillfactor = 50);

create function begin_figures(number bigint) returns void language sql as $$
    insert into site_fold (site_number) values (number);
    insert into session_fold (site_number) values (number);
    insert into visitor_count (site_number) values (number);
$$;
select begin_figures(number) from site;
create function begin_figures_of_site() returns trigger language plpgsql as $$
begin
    perform begin_figures(new.number);
    return null;
end $$;
create trigger begin_figures after insert on site for each row execute function begin_figures_of_site();

-- Numbers for the users of a site, close together, so that sets of them are small.
create table visitor (
    site_number bigint not null,
    user_key bigint not null,
    number int not null,
    primary key (site_number, user_key) include (number)
);

create table event_figure (
    site_number bigint not null,
    -- Hash of the name of the events; 0 for those of any name.
    name_key bigint not null,
    -- What they are counted by: 1 the day alone, 2 hours, from 11 on dimensions.
    kind smallint not null,
    -- In UTC.
    day date not null,
    -- Hash of the value, which may be too long for an index.
    value_key uuid not null,
    events bigint not null,
    value text,
    -- Their numbers, as a Roaring bitmap. Null for none.
    users bytea,
    primary key (site_number, name_key, kind, day, value_key) include (events)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
-- Roaring bitmaps are as small as they get.
alter table event_figure alter column users set storage external;

create table session_figure (
    site_number bigint not null,
    -- What they are counted by: 1 the day alone, 2 the first page, 3 the last page, 4 how long they lasted.
    kind smallint not null,
    -- On which they start, in UTC.
    day date not null,
    value_key uuid not null,
    sessions bigint not null,
    bounces bigint not null,
    -- In milliseconds.
    duration bigint not null,
    events bigint not null,
    value text,
    -- With the day alone.
    users bytea,
    primary key (site_number, kind, day, value_key) include (sessions, bounces, duration, events)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
alter table session_figure alter column users set storage external;

-- Sessions that started before session_fold.sessions_before and changed since they were folded, as they are in the figures; without
-- a start when they are not. Whoever changes a session notes it here first, while holding the row of the site.
create table session_change (
    site_number bigint not null,
    session_key bigint not null,
    start_at timestamptz,
    end_at timestamptz,
    entry_page text,
    exit_page text,
    events bigint,
    interactive bigint,
    user_key bigint,
    -- The visitor's, as in the figures.
    number int,
    primary key (site_number, session_key)
);

-- Events as they are counted: a property that is no text has no column.
create view counted_event as
select e.site_number, e.seq, e.at, e.name, e.user_key, e.country,
    case when e.path is null and o.odd then e.properties ->> 'path' else e.path end as path,
    case when e.hostname is null and o.odd then e.properties ->> 'hostname' else e.hostname end as hostname,
    case when e.referrer is null and o.odd then e.properties ->> 'referrer' else e.referrer end as referrer,
    case when e.browser is null and o.odd then e.properties ->> 'browser' else e.browser end as browser,
    case when e.os is null and o.odd then e.properties ->> 'os' else e.os end as os,
    case when e.device is null and o.odd then e.properties ->> 'device' else e.device end as device,
    case when e.language is null and o.odd then e.properties ->> 'language' else e.language end as language,
    case when e.utm_source is null and o.odd then e.properties ->> 'utm_source' else e.utm_source end as utm_source,
    case when e.utm_medium is null and o.odd then e.properties ->> 'utm_medium' else e.utm_medium end as utm_medium,
    case when e.utm_campaign is null and o.odd then e.properties ->> 'utm_campaign' else e.utm_campaign end as utm_campaign
from event e
cross join lateral (
    -- Looked at once for all of them.
    select e.properties ?| array['path', 'hostname', 'referrer', 'browser', 'os', 'device', 'language', 'utm_source',
        'utm_medium', 'utm_campaign'] as odd
    offset 0
) o;

-- What has to be put to the figures of sessions, and (with a negative sign) taken from them, for those that changed.
create view session_correction as
select c.site_number, c.session_key, cast(1 as bigint) as sign, s.start_at, s.end_at, s.entry_page, s.exit_page, s.events,
    s.interactive, s.user_key, cast(null as int) as number
from session_change c
join session_fold f on f.site_number = c.site_number
-- One that was deleted and began anew may wait for its turn like any other.
join session s on s.site_number = c.site_number and s.session_key = c.session_key and s.start_at < f.sessions_before
union all
select c.site_number, c.session_key, -1, c.start_at, c.end_at, c.entry_page, c.exit_page, c.events, c.interactive, c.user_key,
    c.number
from session_change c
where c.start_at is not null;

-- Users that have to be taken from the figures of a day, because the last of their sessions on it went elsewhere.
create view session_leaver as
select distinct c.site_number, d.day, c.number
from session_change c
cross join lateral (select cast(c.start_at at time zone 'UTC' as date) as day) d
left join session s on s.site_number = c.site_number and s.session_key = c.session_key
left join visitor v on v.site_number = c.site_number and v.user_key = c.user_key
where c.number is not null
    and (s.user_key is distinct from c.user_key or cast(s.start_at at time zone 'UTC' as date) is distinct from d.day
        or v.number is distinct from c.number)
    and not exists (
        select from session o
        where o.site_number = c.site_number and o.user_key = c.user_key and v.number = c.number
            and o.start_at >= cast(d.day as timestamp) at time zone 'UTC'
            and o.start_at < cast(d.day + 1 as timestamp) at time zone 'UTC');

-- By what is counted how long sessions last.
create function session_length(duration interval) returns text language sql immutable parallel safe as $$
    select (array['0s', '1-10s', '10-30s', '30-60s', '1-3m', '3-10m', '10m+'])[1 + width_bucket(
        duration,
        array[interval '1 ms', interval '10 s', interval '30 s', interval '1 min', interval '3 min', interval '10 min'])]
$$;

-- The hash of a value in figures.
create function value_key(value text) returns uuid language sql immutable parallel safe as $$
    select cast(encode(substring(sha256(convert_to(value, 'UTF8')) from 1 for 16), 'hex') as uuid)
$$;
