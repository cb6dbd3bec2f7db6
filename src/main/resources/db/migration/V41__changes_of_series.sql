-- What changed of that which answers about creators, videos and campaigns are made of, so that answers that are kept are not told
-- any more when they are old.

-- That a transaction changed something with a tag: 'org' for what any figure of the organization may depend on, otherwise a kind
-- of thing and its id. Only ever added to, one row for each transaction and tag, so that nobody waits for anybody. No foreign
-- key for the same reason: those who record would all hold their organization. An answer keeps the snapshot of the transaction
-- that made it, and is old when there is a row that the snapshot does not see.
create table series_change (
    organization_id text not null,
    mode text not null,
    tag text not null,
    changed_by xid8 not null default pg_current_xact_id(),
    changed_at timestamptz not null default clock_timestamp(),
    primary key (organization_id, mode, tag, changed_by)
);
create index series_change_age on series_change (changed_at);

-- Recorded, late or not, corrected and pruned: figures of an organization are something else than before.
create function mark_changed_snapshots() returns trigger language plpgsql as $$
begin
    insert into series_change (organization_id, mode, tag)
    select distinct t.organization_id, t.mode, 'org' from some_rows r join tracked t on t.id = r.id
    on conflict do nothing;
    return null;
end $$;

create trigger snapshot_inserted_for_series after insert on tracked_snapshot
    referencing new table as some_rows for each statement execute function mark_changed_snapshots();
create trigger snapshot_updated_for_series after update on tracked_snapshot
    referencing new table as some_rows for each statement execute function mark_changed_snapshots();
create trigger snapshot_deleted_for_series after delete on tracked_snapshot
    referencing old table as some_rows for each statement execute function mark_changed_snapshots();

-- Things that come and go.
create function mark_changed_things() returns trigger language plpgsql as $$
begin
    insert into series_change (organization_id, mode, tag)
    select distinct r.organization_id, r.mode, 'org' from some_rows r
    on conflict do nothing;
    return null;
end $$;

create trigger video_inserted_for_series after insert on video
    referencing new table as some_rows for each statement execute function mark_changed_things();
create trigger video_deleted_for_series after delete on video
    referencing old table as some_rows for each statement execute function mark_changed_things();
create trigger creator_deleted_for_series after delete on creator
    referencing old table as some_rows for each statement execute function mark_changed_things();
create trigger campaign_deleted_for_series after delete on campaign
    referencing old table as some_rows for each statement execute function mark_changed_things();

-- Things that count otherwise, belong to another or are called otherwise. What else is known of them changes no answer.
create function mark_changed_videos() returns trigger language plpgsql as $$
begin
    insert into series_change (organization_id, mode, tag)
    select distinct n.organization_id, n.mode, 'org'
    from new_rows n join old_rows o using (id)
    where (n.tracking_status, n.creator_id, n.posted_at, n.title, n.url, n.program_id)
        is distinct from (o.tracking_status, o.creator_id, o.posted_at, o.title, o.url, o.program_id)
    on conflict do nothing;
    return null;
end $$;

create trigger video_updated_for_series after update on video
    referencing old table as old_rows new table as new_rows for each statement execute function mark_changed_videos();

create function mark_changed_creators() returns trigger language plpgsql as $$
begin
    insert into series_change (organization_id, mode, tag)
    select distinct n.organization_id, n.mode, 'org'
    from new_rows n join old_rows o using (id)
    where (n.handle, n.removed_at, n.program_id) is distinct from (o.handle, o.removed_at, o.program_id)
    on conflict do nothing;
    return null;
end $$;

create trigger creator_updated_for_series after update on creator
    referencing old table as old_rows new table as new_rows for each statement execute function mark_changed_creators();

create function mark_changed_campaigns() returns trigger language plpgsql as $$
begin
    insert into series_change (organization_id, mode, tag)
    select n.organization_id, n.mode, 'campaign:' || n.id
    from new_rows n join old_rows o using (id)
    where n.name is distinct from o.name
    union
    select n.organization_id, n.mode, 'org'
    from new_rows n join old_rows o using (id)
    where n.program_id is distinct from o.program_id
    on conflict do nothing;
    return null;
end $$;

create trigger campaign_updated_for_series after update on campaign
    referencing old table as old_rows new table as new_rows for each statement execute function mark_changed_campaigns();

-- A campaign has other members than before, and what was added or taken away is in other campaigns: it shows their annotations.
create function mark_changed_items() returns trigger language plpgsql as $$
begin
    insert into series_change (organization_id, mode, tag)
    select organization_id, mode, 'campaign:' || campaign_id from some_rows
    union
    select organization_id, mode,
        case when creator_id is not null then 'creator:' || creator_id when video_id is not null then 'video:' || video_id
            else 'campaign:' || nested_id end
    from some_rows
    on conflict do nothing;
    return null;
end $$;

create trigger item_inserted_for_series after insert on campaign_item
    referencing new table as some_rows for each statement execute function mark_changed_items();
create trigger item_deleted_for_series after delete on campaign_item
    referencing old table as some_rows for each statement execute function mark_changed_items();

create function mark_changed_annotations() returns trigger language plpgsql as $$
begin
    insert into series_change (organization_id, mode, tag)
    select distinct organization_id, mode, lower(scope) || ':' || entity_id from some_rows
    where scope in ('CREATOR', 'CAMPAIGN', 'VIDEO')
    on conflict do nothing;
    return null;
end $$;

create trigger annotation_inserted_for_series after insert on annotation
    referencing new table as some_rows for each statement execute function mark_changed_annotations();
create trigger annotation_updated_for_series after update on annotation
    referencing new table as some_rows for each statement execute function mark_changed_annotations();
create trigger annotation_deleted_for_series after delete on annotation
    referencing old table as some_rows for each statement execute function mark_changed_annotations();

create function mark_moved_organizations() returns trigger language plpgsql as $$
begin
    insert into series_change (organization_id, mode, tag)
    select n.id, m.mode, 'org' from (values ('LIVE'), ('TEST')) as m (mode)
    cross join new_rows n join old_rows o using (id)
    where n.timezone is distinct from o.timezone
    on conflict do nothing;
    return null;
end $$;

create trigger organization_moved_for_series after update on organization
    referencing old table as old_rows new table as new_rows for each statement execute function mark_moved_organizations();
