-- What arrives at sites, for those who watch.

-- When an event came; null for what was brought in as the past, and for what came before this was kept.
alter table event add column arrived_at timestamptz;

-- Streams that are open, on whatever instance, each for as long as its instance renews it. Not worth a log: after a crash of the
-- database they end, and their readers come back.
create unlogged table open_stream (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    site_number bigint not null,
    api_key_id text not null,
    leased_until timestamptz not null
) with (fillfactor = 70);
create index open_stream_organization on open_stream (organization_id);
