-- Items that belong to a period: made in it, or made before and published in it; in the order in which they came to.
-- in   :organization :mode text, :missions text[] (null: all), :starts :ends timestamptz (the latter excluded),
--      :after_at (a timestamptz) :after_id text (where to go on), :limit int
-- out  key_at, key_id text, and the columns of Section.CONTENT
with chosen as (
    (
        select c.created_at as at, c.id from content c
        where c.organization_id = :organization and c.mode = :mode
          and c.created_at >= :starts and c.created_at < :ends
          and (c.created_at, c.id) > (cast(:after_at as timestamptz), :after_id)
          and (cast(:missions as text[]) is null or c.mission_id = any (cast(:missions as text[])))
        order by c.created_at, c.id limit :limit
    )
    union all
    (
        select p.published_at as at, p.content_id as id from published_post p join content c on c.id = p.content_id
        where p.organization_id = :organization and p.mode = :mode
          and p.published_at >= :starts and p.published_at < :ends and c.created_at < :starts
          and (p.published_at, p.content_id) > (cast(:after_at as timestamptz), :after_id)
          and (cast(:missions as text[]) is null or p.mission_id = any (cast(:missions as text[])))
        order by p.published_at, p.content_id limit :limit
    )
    order by at, id limit :limit
)
select cast(chosen.at as text) as key_at, chosen.id as key_id,
    c.id, c.mission_id, m.name as mission_name, lower(c.platform) as platform, lower(c.type) as type,
    lower(c.status) as status, c.version, c.metadata ->> 'pillar' as pillar, c.metadata ->> 'topic' as topic,
    c.created_at, case when c.scheduled_offset_seconds is not null then c.scheduled_for end as scheduled_for,
    c.scheduled_offset_seconds as scheduled_for_offset, c.published_at,
    c.copy ->> 'primary' as primary, c.copy ->> 'headline' as headline, c.copy ->> 'hook' as hook,
    c.copy ->> 'body' as body, c.copy ->> 'cta' as cta,
    array(select jsonb_array_elements_text(c.copy -> 'thread_parts')) as thread_parts,
    array(select jsonb_array_elements_text(c.copy -> 'hashtags')) as hashtags,
    array(select jsonb_array_elements_text(c.copy -> 'mentions')) as mentions,
    c.platform_post_id, c.platform_url,
    cast(c.metadata ->> 'generation_cost_cents' as bigint) as generation_cost_cents
from chosen join content c on c.id = chosen.id join mission m on m.id = c.mission_id
order by chosen.at, chosen.id;
