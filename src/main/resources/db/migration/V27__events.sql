-- What visitors do on sites.

-- Rows of events carry this instead of the longer id, which is for callers.
alter table site add column number bigint generated always as identity;
create unique index site_number on site (number);

-- One partition per week, from Monday on in UTC, made when it is needed.
create table event (
    site_number bigint not null,
    at timestamptz not null,
    -- The first event of a site has 1, in the order in which they came.
    seq bigint not null,
    name text not null,
    -- Hashes of the ids beside them, for counting.
    user_key bigint,
    user_id text,
    session_key bigint,
    session_id text,
    country text,
    path text,
    hostname text,
    referrer text,
    browser text,
    os text,
    device text,
    language text,
    utm_source text,
    utm_medium text,
    utm_campaign text,
    -- What has no column of its own, or is no text.
    properties jsonb,
    primary key (site_number, at, seq)
) partition by range (at);

-- Ids that tellers gave their events, as hashes, so that a resend counts once.
create table event_key (
    site_number bigint not null,
    key uuid not null,
    seen_on date not null,
    primary key (site_number, key)
);
-- Rows come in the order of their days: a few pages tell which are old.
create index event_key_age on event_key using brin (seen_on);

-- Requests that brought events, of sites whose organization may make only so many in a minute.
create table event_minute (
    site_number bigint not null,
    minute timestamptz not null,
    requests bigint not null,
    primary key (site_number, minute)
);
create index event_minute_age on event_minute (minute);

-- What automata told, and was not kept.
create table automaton_day (
    site_number bigint not null,
    day date not null,
    category text not null,
    name text not null,
    requests bigint not null,
    events bigint not null,
    primary key (site_number, day, category, name)
);

-- What the events of a session come to, whatever order they came in.
create table session (
    site_number bigint not null,
    session_key bigint not null,
    session_id text not null,
    user_key bigint,
    user_id text,
    start_at timestamptz not null,
    end_at timestamptz not null,
    entry_page text,
    exit_page text,
    events bigint not null,
    -- How many of them take a person who does something. Without any the session is a bounce.
    interactive bigint not null,
    primary key (site_number, session_key)
) with (fillfactor = 80);
create index session_start on session (site_number, start_at);

-- Sites that are gone, whose events are still to be deleted: too many for the transaction that deleted an organization.
create table forgotten_site (number bigint primary key);
create function forget_site() returns trigger language plpgsql as $$
begin
    insert into forgotten_site values (old.number) on conflict do nothing;
    return null;
end $$;
create trigger forget_site after delete on site for each row execute function forget_site();
