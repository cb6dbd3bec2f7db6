-- Accounts at networks and publishing providers, and what posts say that may be out in an earlier version.

create table connected_account (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    provider text not null,
    -- As people know it, such as @brand@mastodon.example.
    name text not null,
    -- The platforms it posts to, each with its account there.
    platforms jsonb not null,
    -- What the provider needs besides the token; nothing secret.
    data jsonb not null,
    -- Sealed.
    token text not null,
    health text not null,
    -- Why it is not healthy.
    last_error text,
    connected_at timestamptz not null,
    -- When it last did what it was asked.
    last_sync timestamptz,
    unique (organization_id, provider)
);

update content set earlier_tries = (
    select jsonb_agg(jsonb_build_object('version', tried, 'copy', content.copy, 'visuals', content.visuals))
    from jsonb_array_elements(earlier_tries) tried)
where earlier_tries <> '[]';
