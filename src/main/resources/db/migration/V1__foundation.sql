-- Organizations, their people and credentials, and what the HTTP layer keeps for them.

create table organization (
    id text primary key,
    version integer not null,
    name text not null,
    slug text not null unique,
    external_id text unique,
    status text not null,
    plan text not null,
    timezone text not null,
    config jsonb not null,
    limits jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table app_user (
    id text primary key,
    email text not null unique,
    name text not null,
    password_hash text,
    external_subject text unique,
    created_at timestamptz not null
);

create table membership (
    organization_id text not null references organization on delete cascade,
    user_id text not null references app_user on delete cascade,
    role text not null,
    created_at timestamptz not null,
    primary key (organization_id, user_id)
);
create index membership_user on membership (user_id);

create table api_key (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    user_id text not null references app_user on delete cascade,
    kind text not null,
    mode text not null,
    name text not null,
    key_hash text not null unique,
    key_prefix text not null,
    scopes text[] not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz,
    created_at timestamptz not null
);
create index api_key_list on api_key (organization_id, created_at desc, id desc);
create index api_key_user on api_key (user_id);

create table revoked_token (
    jti text primary key,
    revoked_at timestamptz not null,
    expires_at timestamptz not null
);
create index revoked_token_end on revoked_token (expires_at);

create table server_secret (
    name text primary key,
    value text not null
);

create table audit_entry (
    id bigint generated always as identity primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    user_id text not null,
    action text not null,
    subject_id text not null,
    at timestamptz not null
);
create index audit_entry_list on audit_entry (organization_id, at desc);

-- Requests per minute. The subject is an organization and mode, or a client address.
create table rate_window (
    subject text not null,
    minute timestamptz not null,
    calls bigint not null,
    primary key (subject, minute)
) with (fillfactor = 50);
create index rate_window_minute on rate_window (minute);
create index rate_window_address on rate_window (minute) where subject like 'address:%';

-- Calls of endpoints with an hourly limit, by minute.
create table endpoint_window (
    organization_id text not null references organization on delete cascade,
    mode text not null,
    endpoint text not null,
    minute timestamptz not null,
    calls bigint not null,
    primary key (organization_id, mode, endpoint, minute)
);
create index endpoint_window_minute on endpoint_window (minute);

-- status is null while the first call with the key runs.
create table idempotency_key (
    organization_id text not null references organization on delete cascade,
    mode text not null,
    method text not null,
    path text not null,
    key text not null,
    body_hash text not null,
    status integer,
    response text,
    expires_at timestamptz not null,
    primary key (organization_id, mode, method, path, key)
);
create index idempotency_key_end on idempotency_key (expires_at);
