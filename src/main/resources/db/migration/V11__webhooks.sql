-- Endpoints that are told of events, and what became of each telling.

-- Events that were there before are over; from now on each is fresh until its deliveries are made.
alter table outbox_event add column fanned_out boolean not null default true;
alter table outbox_event alter column fanned_out set default false;
-- What is sent, made once; null where nobody is told.
alter table outbox_event add column body text;
create index outbox_event_fresh on outbox_event (at, id) where not fanned_out;

create table webhook (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    url text not null,
    events text[] not null,
    status text not null,
    secret text not null,
    secret_end text not null,
    previous_secret text,
    previous_until timestamptz,
    failures int not null,
    slow boolean not null,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index webhook_list on webhook (organization_id, mode, created_at, id);
create index webhook_deleted on webhook (id) where status = 'DELETED';

-- due_at is when the next attempt may begin, which for a claimed one is when its claim ends; null once it is over.
create table webhook_delivery (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    webhook_id text not null references webhook on delete cascade,
    event_id text not null references outbox_event on delete cascade,
    type text not null,
    status text not null,
    attempts int not null,
    due_at timestamptz,
    claim text,
    tries jsonb not null,
    created_at timestamptz not null,
    unique (event_id, webhook_id)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at) where due_at is not null;
create index webhook_delivery_claimed on webhook_delivery (webhook_id) where claim is not null;
create index webhook_delivery_list on webhook_delivery (webhook_id, created_at, id);
create index webhook_delivery_organization on webhook_delivery (organization_id);
