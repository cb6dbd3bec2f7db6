-- Takes note of a post that is out, and begins to watch it; one that is known already stays as it is.
-- in   :organization :mode :content :mission text, :published :due timestamptz
-- out  1 when it is new
with post as (
    insert into published_post (content_id, organization_id, mode, mission_id, platform, type, pillar, topic, timezone,
        published_at)
    select id, organization_id, mode, mission_id, platform, type, metadata ->> 'pillar', metadata ->> 'topic', timezone,
        :published
    from content where id = :content and organization_id = :organization and mode = :mode
    on conflict (content_id) do nothing
)
insert into post_watch (content_id, organization_id, mode, mission_id, published_at, due_at)
values (:content, :organization, :mode, :mission, :published, :due)
on conflict (content_id) do nothing;
