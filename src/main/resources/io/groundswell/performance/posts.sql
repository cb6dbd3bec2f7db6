-- The newest measured posts of missions, for comparing them with each other.
-- in   :organization :mode text, :missions text[], :least bigint (impressions), :limit int (of each mission)
-- out  platform, type, pillar, timezone text, published_at timestamptz, impressions, engagements bigint,
--      hashtags, code boolean (whether it has any)
select p.*
from unnest(cast(:missions as text[])) as wanted (mission_id)
cross join lateral (
    select c.platform, c.type, c.metadata ->> 'pillar' as pillar, c.timezone, c.published_at,
        s.impressions,
        coalesce(s.likes, 0) + coalesce(s.comments, 0) + coalesce(s.shares, 0) + coalesce(s.saves, 0)
            + coalesce(s.link_clicks, 0) as engagements,
        c.copy -> 'hashtags' -> 0 is not null as hashtags,
        -- A fence, or a line that ends as no sentence does.
        concat_ws(chr(10), c.copy ->> 'primary', c.copy ->> 'body', part.texts)
            ~ '(?n)```|\w\([^)]*\)( \{\})?;?$|[;{}]$' as code
    from content c
    join metric_subject s on s.organization_id = c.organization_id and s.mode = c.mode
        and s.kind = 'CONTENT' and s.subject_id = c.id
    cross join lateral (
        select string_agg(one #>> '{}', chr(10)) as texts from jsonb_path_query(c.copy, '$.thread_parts[*]') one) part
    where c.organization_id = :organization and c.mode = :mode and c.mission_id = wanted.mission_id
      and c.published_at is not null and s.impressions >= :least
    order by c.created_at desc, c.id desc
    limit :limit) p;
