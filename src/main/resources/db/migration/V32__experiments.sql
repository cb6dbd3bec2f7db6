-- Experiments of sites, and how their exposures are found.

create table experiment (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    site_id text not null references site on delete cascade,
    name text not null,
    -- In the order in which browsers walk along the weights.
    variants text[] not null,
    weights integer[] not null,
    goal_event text not null,
    status text not null,
    winner text,
    -- The events of the site up to this one are none of its own: another experiment had the name.
    after_seq bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    completed_at timestamptz
);
create unique index experiment_name on experiment (site_id, name);
create index experiment_organization on experiment (organization_id);

-- Names that experiments had which were deleted. Their events are still there.
create table former_experiment (
    site_id text not null references site on delete cascade,
    name text not null,
    primary key (site_id, name)
);

-- Which experiment and variant an exposure is of. Null for all else, and for a variant that somebody asked for in the address.
-- No name or key has 65 characters; what is longer might not fit into an index. With many events, filling takes longer than a
-- statement may.
set local statement_timeout = 0;
alter table event
    add column experiment text generated always as (
        case when name = '$experiment_exposure' and (properties ->> 'forced') is distinct from 'true'
            then left(properties ->> 'experiment', 65) end) stored,
    add column variant text generated always as (
        case when name = '$experiment_exposure' then left(properties ->> 'variant', 65) end) stored;
create index event_exposure on event (site_number, experiment, at, seq) include (user_key, variant)
    where experiment is not null;
