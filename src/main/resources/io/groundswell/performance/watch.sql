-- Begins to watch a post; one that is watched already stays as it is.
-- in   :organization :mode :content :mission text, :published :due timestamptz
-- out  1 when it is new
insert into post_watch (content_id, organization_id, mode, mission_id, published_at, due_at)
values (:content, :organization, :mode, :mission, :published, :due)
on conflict (content_id) do nothing;
