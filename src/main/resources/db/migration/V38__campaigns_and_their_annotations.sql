-- Annotations of creators, campaigns and videos. They share the table with those of missions, and each contract has a list of
-- its own: the indexes for all annotations of an organization hold those of missions alone.
drop index annotation_list;
drop index annotation_of_kind;
create index annotation_list on annotation (organization_id, mode, at desc, id desc)
    where scope in ('ORGANIZATION', 'MISSION', 'CONTENT');
create index annotation_of_kind on annotation (organization_id, mode, kind, at desc, id desc)
    where scope in ('ORGANIZATION', 'MISSION', 'CONTENT');

-- They go with what they are about.
create function forget_annotated_things() returns trigger language plpgsql as $$
begin
    delete from annotation a using old_rows o
    where a.organization_id = o.organization_id and a.mode = o.mode and a.scope = tg_argv[0]
      and a.entity_id = o.id::text;
    return null;
end $$;

create trigger creator_annotations_forgotten after delete on creator
    referencing old table as old_rows for each statement execute function forget_annotated_things('CREATOR');
create trigger video_annotations_forgotten after delete on video
    referencing old table as old_rows for each statement execute function forget_annotated_things('VIDEO');
create trigger campaign_annotations_forgotten after delete on campaign
    referencing old table as old_rows for each statement execute function forget_annotated_things('CAMPAIGN');

-- What is in a campaign, in the order in which it is listed.
create index campaign_item_list on campaign_item (campaign_id, added_at desc, (coalesce(creator_id, video_id, nested_id)) desc);
