-- What creators are owed, by which rule, and what they were paid. Money is whole cents.

-- Says what creators are paid for. Its versions say how much.
create table payout_structure (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    program_id uuid not null references program on delete cascade,
    name text not null,
    readme text,
    metadata jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index payout_structure_list on payout_structure (organization_id, mode, created_at desc, id desc);
create index payout_structure_of_program on payout_structure (program_id, created_at desc, id desc);

-- Never changed. It holds from its day on until the one before that of the next version; of two that begin on one day, the
-- later one.
create table payout_version (
    structure_id uuid not null references payout_structure on delete cascade,
    number int not null,
    -- Null for the first one, which holds for all days before the next.
    effective_from date,
    -- RECURRING, GOALS, CPM or VIEW_THRESHOLD; the columns are those of the rule.
    kind text not null,
    period text,
    amount_cents bigint,
    goal_type text,
    goal_target numeric,
    cpm_cents bigint,
    minimum_cents bigint,
    cap_cents bigint,
    threshold_views bigint,
    created_at timestamptz not null,
    primary key (structure_id, number)
);

-- That a creator is paid by a structure, from a day until a day.
create table payout_assignment (
    id uuid primary key,
    structure_id uuid not null references payout_structure on delete cascade,
    creator_id uuid not null references creator on delete cascade,
    starts_on date not null,
    ends_on date,
    -- The last day for which all is made that is due; null before the first.
    accrued_through date,
    -- When there may be something to do.
    due_at timestamptz not null,
    created_at timestamptz not null
);
create index payout_assignment_list on payout_assignment (structure_id, created_at desc, id desc);
create index payout_assignment_of_creator on payout_assignment (creator_id);
create index payout_assignment_due on payout_assignment (due_at);

create table payout_payment (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    -- Null once the creator is gone for good: the note of what was paid stays.
    creator_id uuid references creator on delete set null,
    method_id uuid references payout_method on delete set null,
    -- As it was called when it was paid.
    method_name text not null,
    amount_cents bigint not null,
    -- The part of the amount that no accrual accounts for.
    adjustment_cents bigint not null,
    -- All that it paid, also after it was voided.
    accrual_ids jsonb not null,
    paid_on date not null,
    -- RECORDED or VOID.
    status text not null,
    metadata jsonb not null,
    readme text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index payout_payment_list on payout_payment (organization_id, mode, created_at desc, id desc);
create index payout_payment_of_method on payout_payment (method_id);
create index payout_payment_of_creator on payout_payment (creator_id, created_at desc, id desc);

-- What a creator is owed for one part of a period, or for one video.
create table payout_accrual (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    program_id uuid not null references program on delete cascade,
    structure_id uuid not null references payout_structure on delete cascade,
    version int not null,
    assignment_id uuid not null references payout_assignment on delete cascade,
    creator_id uuid not null references creator on delete cascade,
    video_id uuid references video on delete set null,
    kind text not null,
    starts_on date not null,
    ends_on date not null,
    -- What was measured: days, views, or what the goal counts.
    quantity numeric not null,
    calculated_cents bigint not null,
    adjustment_cents bigint not null,
    -- PENDING, APPROVED, PAID or VOID.
    status text not null,
    payment_id uuid references payout_payment,
    readme text,
    -- The part or the video, so that neither is owed twice: a round that runs again finds its row.
    reason text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index payout_accrual_once on payout_accrual (structure_id, creator_id, reason);
create index payout_accrual_list on payout_accrual (organization_id, mode, created_at desc, id desc);
create index payout_accrual_by_status on payout_accrual (organization_id, mode, status, created_at desc, id desc);
create index payout_accrual_of_program on payout_accrual (program_id, created_at desc, id desc);
create index payout_accrual_of_video on payout_accrual (video_id) where video_id is not null;
create index payout_accrual_of_creator on payout_accrual (creator_id, created_at desc, id desc);
create index payout_accrual_of_assignment on payout_accrual (assignment_id, ends_on);
create index payout_accrual_of_payment on payout_accrual (payment_id) where payment_id is not null;
