-- Words that a provider was paid for, until their item is stored: after a failure they are not bought again.
create table written_draft (
    reference text primary key,
    organization_id text not null references organization on delete cascade,
    content_id text not null,
    draft jsonb not null,
    written_at timestamptz not null
);
create index written_draft_content on written_draft (content_id);
create index written_draft_age on written_draft (written_at);

-- Reservations that wait for the end of their call, by age.
create index ledger_entry_reserved on ledger_entry (at) where state = 'RESERVED';

-- Missions and items that were made. Outlives them: deleting a mission does not undo that it and its content were made.
alter table mission_creation rename to creation;
alter table creation add column what text not null default 'missions_created';
alter table creation alter column what drop default;
insert into creation (organization_id, mode, what, at)
select organization_id, mode, 'content_generated', created_at from content;

drop index mission_creation_time;
create index creation_time on creation (organization_id, mode, what, at);
create index creation_age on creation (at);
