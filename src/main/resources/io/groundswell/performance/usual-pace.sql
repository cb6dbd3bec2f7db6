-- What posts usually gain while they are new: on the day they go out and the next one, by the organization's zone, as far as
-- these days are over or have come.
-- in   :organization :mode text, :from :now timestamptz: which posts count, and when that is asked; arrays of text, an element for
--      each stretch of time in which the clock kept its distance to UTC: :begins :ends (instants), :seconds
-- out  a row for each platform: platform text, hours double precision (that its posts had in all), impressions, engagements
--      bigint
select p.platform,
    sum(extract(epoch from least(p.new_until, cast(:now as timestamptz)) - p.published_at) / 3600.0)::double precision
        as hours,
    sum(d.impressions)::bigint as impressions, sum(d.engagements)::bigint as engagements
from (
    select post.*, local.day, ((local.day + 2) - clock.ahead) at time zone 'UTC' as new_until
    from published_post post
    join (
        select begins, ends, make_interval(secs => seconds) as ahead
        from unnest(
            cast(cast(:begins as text[]) as timestamptz[]), cast(cast(:ends as text[]) as timestamptz[]),
            cast(cast(:seconds as text[]) as int[])) as z (begins, ends, seconds)
    ) clock on post.published_at >= clock.begins and post.published_at < clock.ends
    cross join lateral (select ((post.published_at at time zone 'UTC') + clock.ahead)::date as day) local
    where post.organization_id = :organization and post.mode = :mode
      and post.published_at >= :from and post.published_at < :now) p
cross join lateral (
    select coalesce(sum(m.impressions), 0) as impressions,
        coalesce(sum(coalesce(m.likes, 0) + coalesce(m.comments, 0) + coalesce(m.shares, 0) + coalesce(m.saves, 0)
            + coalesce(m.link_clicks, 0)), 0) as engagements
    from metric_day m
    where m.organization_id = p.organization_id and m.mode = p.mode and m.kind = 'CONTENT'
      and m.subject_id = p.content_id and m.day in (p.day, p.day + 1)) d
group by p.platform;
