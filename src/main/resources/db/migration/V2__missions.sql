-- Missions, the jobs that run them, their content, what it cost, and what to tell the world about it.

create table mission (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    version integer not null,
    name text not null,
    description text,
    status text not null,
    objectives text[] not null,
    platforms text[] not null,
    constraints jsonb not null,
    kpis jsonb not null,
    duration_days integer not null,
    starts_at timestamptz,
    ends_at timestamptz,
    paused_at timestamptz,
    -- How long all pauses together moved the end.
    extended_seconds bigint not null default 0,
    completed_at timestamptz,
    pipeline_job_id text,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index mission_list on mission (organization_id, mode, created_at desc, id desc);
-- For the total of a list: few distinct keys, so it is a fraction of the table, and counting reads nothing else.
create index mission_count on mission (organization_id, mode, status);
create index mission_start on mission (starts_at) where status = 'DRAFT' and starts_at is not null;
create index mission_of_test on mission (created_at) where mode = 'TEST';
create index mission_end on mission (ends_at) where status = 'ACTIVE';

-- Outlives its mission: deleting one does not undo that it was created.
create table mission_creation (
    organization_id text not null references organization on delete cascade,
    mode text not null,
    at timestamptz not null
);
create index mission_creation_time on mission_creation (organization_id, mode, at);

create table pipeline_job (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    mission_id text not null references mission on delete cascade,
    version integer not null,
    status text not null,
    current_stage text not null,
    cycle integer not null,
    attempts integer not null,
    run integer not null,
    stages jsonb not null,
    error jsonb,
    planned_until timestamptz,
    paused_reason text,
    due_at timestamptz not null,
    locked_by text,
    locked_until timestamptz,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz
);
create index pipeline_job_due on pipeline_job (due_at) where status in ('PENDING', 'RUNNING');
create index pipeline_job_mission on pipeline_job (mission_id);

create table content (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    mission_id text not null references mission on delete cascade,
    lock_version integer not null,
    version integer not null,
    platform text not null,
    type text not null,
    status text not null,
    copy jsonb not null,
    visuals jsonb not null,
    metadata jsonb not null,
    -- The slot that strategy planned; it may differ from the time the item is scheduled for.
    planned_for timestamptz,
    planned_offset_seconds integer not null,
    scheduled_for timestamptz,
    scheduled_offset_seconds integer,
    timezone text not null,
    hold boolean not null,
    published_at timestamptz,
    platform_post_id text,
    platform_url text,
    external_post_id text,
    publish_error text,
    publish_attempts integer not null,
    -- Whether a network was ever asked to post this version: then it is asked for the outcome before it is asked again.
    publish_tried boolean not null,
    -- The publisher's claim: nobody else may publish the item before publish_due_at.
    publish_claim text,
    publish_due_at timestamptz,
    review_required boolean not null,
    pending_since timestamptz,
    reviewed_by text,
    reviewed_at timestamptz,
    review_notes text,
    review_reason text,
    review_feedback text,
    escalated_at timestamptz,
    approvals jsonb not null,
    archived_at timestamptz,
    cycle integer not null,
    slot integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (mission_id, cycle, slot)
);
-- The included columns are what lists are filtered by: counting a filtered list reads nothing but its index.
create index content_list on content (organization_id, mode, created_at desc, id desc) include (status, platform, type);
-- Few items wait for someone among very many that are out, and those few are what people ask for.
create index content_in_status on content (organization_id, mode, status, created_at desc, id desc)
    include (platform, type);
create index content_of_mission on content (organization_id, mode, mission_id, created_at desc, id desc)
    include (status, platform, type);
create index content_queue on content (organization_id, mode, scheduled_for, id) where status = 'SCHEDULED';
create index content_next on content (mission_id, scheduled_for) where status = 'SCHEDULED';
create index content_due on content (publish_due_at) where status = 'SCHEDULED';
create index content_published on content (organization_id, mode, published_at) where status = 'PUBLISHED';
create index content_waiting on content (planned_for) where status = 'APPROVED' and not hold;
create index content_pending on content (mission_id, pending_since) where status = 'PENDING_REVIEW';

-- How many items of each kind there are, as a sum of changes: counting 100,000 rows for every list would cost more
-- than the list. Changes are only ever added here, so that writers never wait for each other; a job folds them.
-- Not by mission: the sum would grow with the missions then, and a mission's own items are quickly counted.
create table content_tally (
    organization_id text not null,
    mode text not null,
    platform text not null,
    type text not null,
    status text not null,
    n bigint not null,
    id bigint generated always as identity primary key,
    folded boolean not null default false
);
create index content_tally_fresh on content_tally (id) where not folded;
create index content_tally_of on content_tally (organization_id, mode) include (platform, type, status, n);

create function tally_content() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into content_tally (organization_id, mode, platform, type, status, n)
        select organization_id, mode, platform, type, status, count(*) from now_rows group by 1, 2, 3, 4, 5;
    else
        insert into content_tally (organization_id, mode, platform, type, status, n)
        select organization_id, mode, platform, type, status, sum(n)
        from (select organization_id, mode, platform, type, status, 1 as n from now_rows
              union all
              select organization_id, mode, platform, type, status, -1 from old_rows) change
        group by 1, 2, 3, 4, 5
        having sum(n) <> 0;
    end if;
    return null;
end $$;

create function untally_content() returns trigger language plpgsql as $$
begin
    insert into content_tally (organization_id, mode, platform, type, status, n)
    select organization_id, mode, platform, type, status, -count(*) from old_rows group by 1, 2, 3, 4, 5;
    return null;
end $$;

create trigger content_added after insert on content
    referencing new table as now_rows for each statement execute function tally_content();
create trigger content_changed after update on content
    referencing old table as old_rows new table as now_rows for each statement execute function tally_content();
create trigger content_removed after delete on content
    referencing old table as old_rows for each statement execute function untally_content();

-- What the sandbox published: its memory, so that it answers for a post after a crash and never makes it twice.
create table sandbox_post (
    reference text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    platform text not null,
    post_id text not null,
    url text not null,
    at timestamptz not null
);

-- The editorial calendar: one row for each item a cycle is to make. The key makes a second item impossible.
create table calendar_slot (
    mission_id text not null references mission on delete cascade,
    cycle integer not null,
    slot integer not null,
    organization_id text not null,
    mode text not null,
    at timestamptz not null,
    offset_seconds integer not null,
    platform text not null,
    type text not null,
    pillar text not null,
    topic text not null,
    -- The item's number within its mission, over all cycles.
    number integer not null,
    content_id text not null,
    dropped_reason text,
    primary key (mission_id, cycle, slot)
);

create index calendar_slot_content on calendar_slot (content_id);

-- Rejected items that are to be written again.
create table rewrite_job (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    mission_id text not null references mission on delete cascade,
    content_id text not null references content on delete cascade,
    feedback text,
    status text not null,
    attempts integer not null,
    error text,
    due_at timestamptz not null,
    locked_by text,
    locked_until timestamptz
);
create index rewrite_job_due on rewrite_job (due_at) where status = 'PENDING';
create index rewrite_job_content on rewrite_job (content_id);

create table media (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    content_id text not null references content on delete cascade,
    format text not null,
    bytes bytea not null,
    created_at timestamptz not null
);
create index media_of_content on media (content_id);

create table brand_context (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    version integer not null,
    context jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (organization_id, mode)
);

-- Every paid call: reserved before it is made, settled with what it really cost. Stays when its mission goes.
create table ledger_entry (
    id bigint generated always as identity primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    reference text not null,
    mission_id text not null,
    mission_name text not null,
    content_id text,
    job_id text not null,
    stage text not null,
    state text not null,
    provider text not null,
    type text not null,
    model text,
    requests integer not null,
    tokens bigint not null,
    images integer not null,
    reserved_cents bigint not null,
    cost_cents bigint not null,
    at timestamptz not null,
    unique (organization_id, mode, reference)
);
create index ledger_entry_time on ledger_entry (organization_id, mode, at);
create index ledger_entry_open on ledger_entry (job_id) where state = 'RESERVED';
create index ledger_entry_mission on ledger_entry (mission_id);

-- What is reserved or spent so far, per mission and per organization and month: what limits are checked against.
create table budget (
    organization_id text not null references organization on delete cascade,
    mode text not null,
    purse text not null,
    booked_cents bigint not null,
    alerted boolean not null default false,
    primary key (organization_id, mode, purse)
);

-- What happened, committed with the change that made it happen.
create table outbox_event (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    type text not null,
    subject_id text not null,
    data jsonb not null,
    at timestamptz not null
);
create index outbox_event_time on outbox_event (at);
create index outbox_event_list on outbox_event (organization_id, mode, at);
create index outbox_event_subject on outbox_event (subject_id, at);
