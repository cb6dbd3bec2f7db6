-- How long what is measured is kept, and users who got another id.

-- The first day of what each site keeps; null where it keeps everything.
create function kept_since(plan_names text[], plan_days bigint[], today date)
returns table (site_number bigint, oldest date) language sql stable as $$
    select s.number, case when d.days >= 0 then today - cast(least(d.days, 36500) as int) end
    from site s
    join organization o on o.id = s.organization_id
    join unnest(plan_names, plan_days) as p (plan, days) on p.plan = o.plan
    cross join lateral (select coalesce(cast(o.limits ->> 'site_retention_days' as bigint), p.days)) as d (days)
$$;

-- Users who are known by another id since. What is told of one of the former ids is kept under the other one.
create table user_alias (
    site_number bigint not null,
    -- Hashes of the ids beside them.
    previous_key bigint not null,
    previous_id text not null,
    -- Never the previous id of another row: whoever is known by a third id is found in one step.
    user_key bigint not null,
    user_id text not null,
    told_on date not null,
    -- Whom rows from before are still to be given to; null when there are none any more. What was told meanwhile may have changed who
    -- the user is, but not who they were.
    moves_to_key bigint,
    moves_to_id text,
    primary key (site_number, previous_key)
) with (fillfactor = 80);
create index user_alias_user on user_alias (site_number, user_key);
create index user_alias_moves on user_alias (site_number, moves_to_key) where moves_to_key is not null;

-- Most sites have no such users, and nobody looks for them there.
alter table site add column aliased boolean not null default false;

-- Users whose events, sessions and figures are being deleted, because somebody asked for it. Not by id: that is to go, too.
create table user_erasure (
    site_number bigint not null,
    user_key bigint not null,
    asked_at timestamptz not null,
    primary key (site_number, user_key)
);
