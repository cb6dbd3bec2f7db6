-- The newest measured posts of missions, for comparing them with each other.
-- in   :organization :mode text, :missions text[], :least bigint (impressions), :limit int (of each mission)
-- out  mission_id, platform, type, pillar, timezone text, published_at timestamptz, impressions, engagements bigint,
--      hashtags, code boolean (whether it has any)
select p.*
from unnest(cast(:missions as text[])) as wanted (mission_id)
cross join lateral (
    select c.mission_id, c.platform, c.type, c.metadata ->> 'pillar' as pillar, c.timezone, c.published_at,
        s.impressions,
        coalesce(s.likes, 0) + coalesce(s.comments, 0) + coalesce(s.shares, 0) + coalesce(s.saves, 0)
            + coalesce(s.link_clicks, 0) as engagements,
        jsonb_array_length(coalesce(c.copy -> 'hashtags', '[]')) > 0 as hashtags,
        -- A fence, or a line that ends as no sentence does. The text is JSON, where a line ends in a backslash and an n.
        cast(c.copy as text) ~ '```|\w\([^)]*\)( \{\})?;?(\\n|")|[;{}](\\n|")' as code
    from content c
    join metric_subject s on s.organization_id = c.organization_id and s.mode = c.mode
        and s.kind = 'CONTENT' and s.subject_id = c.id
    where c.organization_id = :organization and c.mode = :mode and c.mission_id = wanted.mission_id
      and c.published_at is not null and s.impressions >= :least
    order by c.created_at desc, c.id desc
    limit :limit) p;
