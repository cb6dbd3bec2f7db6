-- Claims posts to measure, longest due first, and of one owner, for they wait for each other. A claimed one is due again when its
-- lease ends.
-- in   :until :lease_end timestamptz, :claim text, :limit int
-- out  what is to be known of each, paused boolean (its mission), is_out boolean (false once it is archived)
with held as (
    select content_id, organization_id, mode, due_at
    from post_watch
    where due_at <= :until
    order by due_at
    limit :limit
    for update skip locked
),
due as (
    select content_id from held
    where (organization_id, mode) = (select organization_id, mode from held order by due_at, content_id limit 1)
)
update post_watch w set due_at = :lease_end, claim = :claim
from due, content c, mission m
where w.content_id = due.content_id and c.id = w.content_id and m.id = w.mission_id
returning w.content_id, w.organization_id, w.mode, w.claim, w.failures, w.published_at,
          c.platform, c.type, c.platform_post_id, c.external_post_id,
          m.status = 'PAUSED' as paused, c.status = 'PUBLISHED' as is_out;
