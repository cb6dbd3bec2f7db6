-- How the posts that went out in a stretch of time did, by what they are and by when they went out. What a post gained
-- before the stretch ended counts: all it gained so far, less what it gained since; or, what it gained on its days until
-- then. Both are the same, and the one with fewer days to read is taken.
-- in   :organization :mode :mission text (null: all missions), :from :until timestamptz (the latter is left out),
--      :end date (the last day), :so_far boolean (the last day is not over), :asked text[] (of 'pillar', 'topic': what is
--      to be told apart by them), :least bigint (impressions from which a post's rate says something), :most int (pillars
--      and topics told apart), :sort text ('impressions' or 'rate'); arrays of text, an element for each stretch in which
--      a zone keeps one distance to UTC: :zones, :begins, :ends (instants), :seconds
-- out  way text ('platform', 'type', 'pillar', 'topic', 'hour', 'weekday', 'platform_hour' or 'platform_weekday'), and
--      what that way tells apart: platform, type, pillar, topic text, hour int, weekday int (from Monday, 1, on); posts,
--      impressions, engagements bigint, and of the posts that enough have seen: seen bigint, mean_rate numeric;
--      by way, the best first
with clock as (
    select * from unnest(
        cast(:zones as text[]), cast(cast(:begins as text[]) as timestamptz[]), cast(cast(:ends as text[]) as timestamptz[]),
        cast(cast(:seconds as text[]) as int[])) as c (zone, begins, ends, seconds)
), post as materialized (
    select p.content_id, p.platform, p.type, p.impressions, p.engagements,
        case when 'pillar' = any (cast(:asked as text[])) then p.pillar end as pillar,
        case when 'topic' = any (cast(:asked as text[])) then p.topic end as topic,
        p.published_at at time zone 'UTC' + make_interval(secs => clock.seconds) as at,
        p.published_at > cast(:until as timestamptz) - interval '45 days' as is_young
    from published_post p
    join clock on clock.zone = p.timezone and p.published_at >= clock.begins and p.published_at < clock.ends
    where p.organization_id = :organization and p.mode = :mode and p.published_at >= :from and p.published_at < :until
      and (cast(:mission as text) is null or p.mission_id = cast(:mission as text))
), gained as (
    -- Of a post that had gone out long before, the days until then are many, and those after it few or none.
    select post.content_id, post.impressions - coalesce(later.impressions, 0) as impressions,
        post.engagements - coalesce(later.engagements, 0) as engagements
    from post
    left join lateral (
        select sum(d.impressions)::bigint as impressions,
            sum(coalesce(d.likes, 0) + coalesce(d.comments, 0) + coalesce(d.shares, 0) + coalesce(d.saves, 0)
                + coalesce(d.link_clicks, 0))::bigint as engagements
        from metric_day d
        where not :so_far and d.organization_id = :organization and d.mode = :mode and d.kind = 'CONTENT'
          and d.subject_id = post.content_id and d.day > cast(:end as date)) later on true
    where :so_far or not post.is_young
    union all
    select post.content_id, earlier.impressions, earlier.engagements
    from post
    cross join lateral (
        select sum(d.impressions)::bigint as impressions,
            sum(coalesce(d.likes, 0) + coalesce(d.comments, 0) + coalesce(d.shares, 0) + coalesce(d.saves, 0)
                + coalesce(d.link_clicks, 0))::bigint as engagements
        from metric_day d
        where d.organization_id = :organization and d.mode = :mode and d.kind = 'CONTENT'
          and d.subject_id = post.content_id and d.day <= cast(:end as date)) earlier
    where not :so_far and post.is_young
), measured as (
    select platform, type, pillar, topic, extract(hour from at)::int as hour, extract(isodow from at)::int as weekday,
        coalesce(gained.impressions, 0) as impressions, coalesce(gained.engagements, 0) as engagements,
        case when gained.impressions >= :least then 100.0 * gained.engagements / gained.impressions end as rate
    from post join gained using (content_id)
), sums as (
    select grouping(platform, type, pillar, topic, hour, weekday) as way, platform, type, pillar, topic, hour, weekday,
        count(*) as posts, sum(impressions)::bigint as impressions, sum(engagements)::bigint as engagements,
        count(rate) as seen, avg(rate) as mean_rate
    from measured
    group by grouping sets
        ((platform), (type), (pillar), (topic), (hour), (weekday), (platform, hour), (platform, weekday))
), placed as (
    select sums.*, row_number() over (
        partition by way
        order by case when cast(:sort as text) = 'impressions' then impressions / posts::numeric
                else engagements / nullif(impressions, 0)::numeric end desc nulls last,
            platform, type, pillar, topic, hour, weekday) as place
    from sums
)
select case way when 31 then 'platform' when 47 then 'type' when 55 then 'pillar' when 59 then 'topic'
            when 61 then 'hour' when 62 then 'weekday' when 29 then 'platform_hour' else 'platform_weekday' end as way,
    platform, type, pillar, topic, hour, weekday, posts, impressions, engagements, seen, mean_rate
from placed
where place <= :most or way not in (55, 59)
order by way, place;
