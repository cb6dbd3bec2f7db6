-- Claims posts to measure, longest due first, and of one owner, for they wait for each other. A claimed one is due again when its
-- lease ends.
-- in   :until :lease_end timestamptz, :claim text, :limit int
-- out  what is to be known of each, paused boolean (its mission), is_out boolean (false once it is archived)
with first as (
    select content_id, organization_id, mode
    from post_watch
    where due_at <= :until
    order by due_at
    limit 1
    for update skip locked
),
near as (
    select content_id from first
    union
    (select content_id from post_watch where due_at <= :until order by due_at limit :limit)
),
due as (
    -- Locked are those alone that are claimed, so that nobody passes over others meanwhile.
    select w.content_id
    from near n
    join post_watch w on w.content_id = n.content_id
    where w.due_at <= :until and (w.organization_id, w.mode) = (select f.organization_id, f.mode from first f)
    for update of w skip locked
)
update post_watch w set due_at = :lease_end, claim = :claim
from due, content c, mission m
where w.content_id = due.content_id and c.id = w.content_id and m.id = w.mission_id
returning w.content_id, w.organization_id, w.mode, w.claim, w.failures, w.published_at,
          c.platform, c.type, c.platform_post_id, c.external_post_id,
          m.status = 'PAUSED' as paused, c.status = 'PUBLISHED' as is_out;
