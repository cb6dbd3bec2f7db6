-- What needs a person's eye, and when goals are judged.

create table alert (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    -- Null where it is about the organization as a whole. Neither this one nor the creator's is a foreign key: whoever raises an alert
    -- would hold their rows, after others than those that come before them in the order of locks.
    program_id uuid,
    creator_id uuid,
    kind text not null,
    -- What it was raised for. It goes on until ended_at; only then the same is a cause again.
    cause text not null,
    title text not null,
    details jsonb not null,
    -- OPEN, ACKNOWLEDGED or RESOLVED.
    status text not null,
    note text,
    raised_at timestamptz not null,
    resolved_at timestamptz,
    ended_at timestamptz,
    updated_at timestamptz not null
);
create unique index alert_cause on alert (organization_id, mode, cause) where ended_at is null;
create index alert_list on alert (organization_id, mode, raised_at desc, id desc);
create index alert_of_program on alert (program_id, raised_at desc, id desc) where program_id is not null;
create index alert_of_creator on alert (creator_id) where creator_id is not null;
create index alert_age on alert (raised_at);
create index alert_resolved on alert (resolved_at) where resolved_at is not null;
create index alert_going_on on alert (kind) where ended_at is null;

-- They go with what they are about.
create function forget_alerts_of_creators() returns trigger language plpgsql as $$
begin
    delete from alert a using old_rows o where a.creator_id = o.id;
    return null;
end $$;

create trigger creator_alerts_forgotten after delete on creator
    referencing old table as old_rows for each statement execute function forget_alerts_of_creators();

create function forget_alerts_of_programs() returns trigger language plpgsql as $$
begin
    delete from alert a using old_rows o where a.program_id = o.id;
    return null;
end $$;

create trigger program_alerts_forgotten after delete on program
    referencing old table as old_rows for each statement execute function forget_alerts_of_programs();

-- Creators that are there and switched off.
create index creator_switched_off on creator (disabled_at) where disabled_at is not null and removed_at is null;

-- Of a goal, the first day of the period that is judged next, and when that is done.
alter table goal
    add column due_period date not null default current_date,
    add column due_at timestamptz not null default now();
create index goal_due on goal (due_at);
