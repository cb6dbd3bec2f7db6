create table site (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    name text not null,
    token text not null unique,
    allowed_origins text not null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    total_events bigint not null,
    total_reads bigint not null
);
create table site_usage (site_id text not null references site on delete cascade, day date not null, events bigint not null, reads bigint not null, primary key (site_id, day));
