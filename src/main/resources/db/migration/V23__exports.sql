-- Files of content, metrics and costs that somebody asked for.

create table export (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    requested_by text not null,
    -- What was asked for. No mission ids: all missions. The days are those of the zone.
    format text not null,
    sections text[] not null,
    mission_ids text[],
    first_day date not null,
    last_day date not null,
    zone text not null,
    email_to text,
    status text not null,
    failure text,
    failure_reason text,
    -- How far it is: the section that is being written, and the key of the last row of it that is in a chunk.
    section text,
    after_at text not null,
    after_id text not null,
    rows_total bigint,
    rows_done bigint not null,
    chunks integer not null,
    bytes bigint not null,
    stored_bytes bigint not null,
    -- What is to be done next, MAKE or MAIL, and when. A claimed row is due again when its lease runs out.
    work text,
    due_at timestamptz,
    claim text,
    -- Begun in a row without getting any further.
    attempts integer not null,
    mail_status text,
    created_at timestamptz not null,
    completed_at timestamptz,
    expires_at timestamptz
);
create index export_due on export (work, due_at) where work is not null;
create index export_organization on export (organization_id, mode, created_at);
create index export_age on export (created_at);
create index export_over on export (expires_at) where stored_bytes > 0;

-- The bytes of an export in their order, each piece compressed by itself.
create table export_chunk (
    export_id text not null references export on delete cascade,
    number integer not null,
    section text not null,
    data bytea not null,
    primary key (export_id, number)
);
alter table export_chunk alter column data set storage external;

-- Days in their order, whatever post they are of.
create index metric_day_of_content on metric_day (organization_id, mode, day, subject_id) where kind = 'CONTENT';
