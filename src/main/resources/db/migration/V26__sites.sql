-- Sites whose visitors are measured. The contract of site analytics calls them projects. They have no test mode.
create table site (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    name text not null,
    -- Public: every page of the site shows it.
    token text not null unique,
    -- The browser origins that may send with the token; '{*}' is any.
    allowed_origins text[] not null,
    -- Who adds to both this row and site_usage takes this one first.
    total_events bigint not null default 0,
    total_reads bigint not null default 0,
    created_at timestamptz not null,
    -- From then on the token is worth nothing and nobody finds the site; what was measured stays.
    deleted_at timestamptz
) with (fillfactor = 70);
create unique index site_name on site (organization_id, name) where deleted_at is null;
create index site_list on site (organization_id, created_at, id);
create index site_deleted on site (deleted_at) where deleted_at is not null;

-- Events that were stored, and questions that were answered, by UTC day. Kept for 62 days.
create table site_usage (
    site_id text not null references site on delete cascade,
    day date not null,
    events bigint not null default 0,
    reads bigint not null default 0,
    primary key (site_id, day)
) with (fillfactor = 70);
create index site_usage_day on site_usage (day);
