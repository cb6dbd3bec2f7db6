-- Marks on a timeline: what people write down about their organization, a mission or an item, and what happened there.

-- There is no foreign key to the thing that an annotation is about: it is of one of several kinds. Whoever writes one
-- holds the thing meanwhile, and the triggers below take the annotations along when it goes.
create table annotation (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    version integer not null,
    scope text not null,
    -- The thing; the organization itself where that is the scope.
    entity_id text not null,
    -- The mission that the thing is, or is part of; null elsewhere.
    mission_id text,
    -- USER for what people wrote, otherwise what happened.
    kind text not null,
    at timestamptz not null,
    title text not null,
    body_md text,
    author_id text,
    details jsonb not null,
    -- What made the server write this one, which it does once however often it is told; null where it cannot be told twice.
    cause text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
-- The timeline of everything, of one thing, of a mission with its content, and of what is rare among many publications.
create index annotation_list on annotation (organization_id, mode, at desc, id desc);
create index annotation_of_entity on annotation (organization_id, mode, scope, entity_id, at desc, id desc);
create index annotation_of_mission on annotation (organization_id, mode, mission_id, at desc, id desc)
    where mission_id is not null;
create index annotation_of_kind on annotation (organization_id, mode, kind, at desc, id desc);
-- For the total of a list: few distinct keys, so it is a fraction of the table, and counting reads nothing else.
create index annotation_count on annotation (organization_id, mode, kind, scope);
create unique index annotation_cause on annotation (organization_id, mode, cause) where cause is not null;
create index annotation_of_test on annotation (created_at) where mode = 'TEST' and scope = 'ORGANIZATION';

create function forget_annotated_content() returns trigger language plpgsql as $$
begin
    delete from annotation a using old_rows o
    where a.organization_id = o.organization_id and a.mode = o.mode and a.scope = 'CONTENT' and a.entity_id = o.id;
    return null;
end $$;

create trigger content_annotations_forgotten after delete on content
    referencing old table as old_rows for each statement execute function forget_annotated_content();

-- That something was told of a mission's posts, or that it has other targets: its targets are to be looked at. Only ever
-- added to by those who tell, so that they wait for nobody. No foreign key: they hold an item, and a mission comes first.
create table kpi_check (
    id bigint generated always as identity primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    mission_id text not null,
    at timestamptz not null
);
create index kpi_check_mission on kpi_check (mission_id);

-- The parts of its targets that a mission has reached, each once, whatever happens to the targets afterwards.
create table kpi_milestone (
    mission_id text not null references mission on delete cascade,
    organization_id text not null,
    mode text not null,
    metric text not null,
    platform text not null,
    percent integer not null,
    reached_at timestamptz not null,
    primary key (mission_id, metric, platform, percent)
);

create function forget_annotated_missions() returns trigger language plpgsql as $$
begin
    delete from annotation a using old_rows o
    where a.organization_id = o.organization_id and a.mode = o.mode and a.scope = 'MISSION' and a.entity_id = o.id;
    delete from kpi_check k using old_rows o where k.mission_id = o.id;
    return null;
end $$;

create trigger mission_annotations_forgotten after delete on mission
    referencing old table as old_rows for each statement execute function forget_annotated_missions();
