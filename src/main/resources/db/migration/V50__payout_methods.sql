-- Ways in which an organization pays creators. Groundswell notes payments, it moves no money.
create table payout_method (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    name text not null,
    icon_url text,
    -- One that every organization has from the beginning: VENMO, CASH_APP or PAYPAL. Null for others.
    seed text,
    is_active boolean not null,
    metadata jsonb not null,
    readme text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index payout_method_seed on payout_method (organization_id, mode, seed);
create index payout_method_list on payout_method (organization_id, mode, created_at desc, id desc);

-- With the organization, so that there is no moment in which it has none.
create function seed_payout_methods(organizations text[]) returns void language sql as $$
    insert into payout_method (id, organization_id, mode, name, seed, is_active, metadata, created_at, updated_at)
    select gen_random_uuid(), o.id, 'LIVE', s.name, s.seed, true, '{}',
        o.created_at - s.place * interval '1 microsecond', o.created_at
    from organization o
    cross join (values ('Venmo', 'VENMO', 0), ('Cash App', 'CASH_APP', 1), ('PayPal', 'PAYPAL', 2)) as s (name, seed, place)
    where o.id = any (organizations)
    on conflict do nothing
$$;

create function seed_payout_methods_of_new() returns trigger language plpgsql as $$
begin
    perform seed_payout_methods(array(select n.id from new_rows n));
    return null;
end $$;

create trigger organization_payout_methods after insert on organization
    referencing new table as new_rows for each statement execute function seed_payout_methods_of_new();

select seed_payout_methods(array(select id from organization));
