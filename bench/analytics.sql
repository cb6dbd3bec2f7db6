-- Fills one organization with measured posts: 20,000 of one mission, out 90 to 180 days ago and read every day for 90 days
-- up to now, and 5,000 more, one as young as each moment of these days. Each gains the same every day, its own much.
-- in   settings bench.organization text
-- out  what the server would have kept of these readings: posts, samples, what these gained, days, and their sums
insert into published_post
select id, organization_id, mode, mission_id, platform, type, metadata ->> 'pillar', metadata ->> 'topic', timezone, published_at
from content where organization_id = current_setting('bench.organization') and published_at is not null;

insert into mission (id, organization_id, mode, version, name, status, objectives, platforms, constraints, kpis,
                     duration_days, starts_at, ends_at, created_by, created_at, updated_at)
select 'msn_analytics0000001', organization_id, mode, 1, 'Measured', 'ACTIVE', objectives, platforms, constraints,
       '[{"metric": "IMPRESSIONS", "target": 100000000, "platform": "all"},
         {"metric": "ENGAGEMENT_RATE", "target": 3.5, "platform": "all"}]', 365, now() - interval '180 days',
       now() + interval '185 days', created_by, now() - interval '180 days', now()
from mission where organization_id = current_setting('bench.organization') limit 1;

insert into content
select made.*
from (select content as item from content
      where organization_id = current_setting('bench.organization') and status = 'PUBLISHED' limit 1) one,
     generate_series(1, 25000) n,
     lateral (select now() - interval '90 days' * (case when n <= 20000 then 1 + n / 20000.0 else (n - 20000) / 5000.0 end)
         as at) p,
     jsonb_populate_record(one.item, jsonb_build_object(
         'id', 'cnt_m' || lpad(n::text, 15, '0'), 'mission_id', 'msn_analytics0000001', 'slot', n, 'published_at', p.at,
         'platform', (array['TWITTER', 'LINKEDIN', 'THREADS', 'BLUESKY'])[1 + n % 4],
         'type', (array['POST', 'THREAD', 'ARTICLE'])[1 + n % 3], 'created_at', p.at,
         'metadata', (one.item).metadata || jsonb_build_object('pillar', 'Pillar ' || n % 5))) made;

insert into published_post
select id, organization_id, mode, mission_id, platform, type, metadata ->> 'pillar', metadata ->> 'topic', timezone, published_at
from content where mission_id = 'msn_analytics0000001';

insert into metric_subject (organization_id, mode, kind, subject_id, zone, impressions, reach, likes, comments, shares, saves,
                            link_clicks, profile_visits, followers_gained)
select p.organization_id, p.mode, 'CONTENT', content_id, o.timezone, 0, 0, 0, 0, 0, 0, 0, 0, 0
from published_post p join organization o on o.id = p.organization_id where mission_id = 'msn_analytics0000001';

-- Readings: the first, of nothing, at the publication, and one each day since, or for the last 90 days.
insert into snapshot (organization_id, mode, kind, subject_id, at, reset, impressions, reach, likes, comments, shares, saves,
                      link_clicks, profile_visits, followers_gained)
select p.organization_id, p.mode, 'CONTENT', p.content_id, r.at, false,
       r.k * g, r.k * g * 7 / 10, r.k * (g / 20), r.k * (g / 100), r.k * (g / 200), r.k, r.k * (g / 50), r.k * (g / 300), r.k / 30
from published_post p, lateral (select 50 + abs(hashtext(p.content_id)) % 500 as g) gain,
     lateral (select row_number() over (order by at) - 1 as k, at
              from (select p.published_at as at union
                    select greatest(p.published_at, now() - interval '90 days') + n * interval '1 day'
                    from generate_series(1, 90) n) moments
              where at <= now()) r
where p.mission_id = 'msn_analytics0000001';

insert into metric_day (organization_id, mode, kind, subject_id, day, impressions, reach, likes, comments, shares, saves,
                        link_clicks, profile_visits, followers_gained, impressions_level, reach_level, likes_level,
                        comments_level, shares_level, saves_level, link_clicks_level, profile_visits_level,
                        followers_gained_level)
select organization_id, mode, kind, subject_id, day, sum(i), sum(r), sum(l), sum(c), sum(sh), sum(sa), sum(lc), sum(pv), sum(f),
       max(impressions), max(reach), max(likes), max(comments), max(shares), max(saves), max(link_clicks), max(profile_visits),
       max(followers_gained)
from (select s.*, (s.at at time zone o.timezone)::date as day,
             impressions - lag(impressions, 1, impressions) over w as i, reach - lag(reach, 1, reach) over w as r,
             likes - lag(likes, 1, likes) over w as l, comments - lag(comments, 1, comments) over w as c,
             shares - lag(shares, 1, shares) over w as sh, saves - lag(saves, 1, saves) over w as sa,
             link_clicks - lag(link_clicks, 1, link_clicks) over w as lc,
             profile_visits - lag(profile_visits, 1, profile_visits) over w as pv,
             followers_gained - lag(followers_gained, 1, followers_gained) over w as f
      from snapshot s join organization o on o.id = s.organization_id
      where o.id = current_setting('bench.organization')
      window w as (partition by subject_id order by at)) gains
group by organization_id, mode, kind, subject_id, day;

update metric_subject s set impressions = d.i, reach = d.r, likes = d.l, comments = d.c, shares = d.sh, saves = d.sa,
    link_clicks = d.lc, profile_visits = d.pv, followers_gained = d.f
from (select subject_id, sum(impressions) i, sum(reach) r, sum(likes) l, sum(comments) c, sum(shares) sh, sum(saves) sa,
             sum(link_clicks) lc, sum(profile_visits) pv, sum(followers_gained) f
      from metric_day where organization_id = current_setting('bench.organization') group by subject_id) d
where s.subject_id = d.subject_id;

insert into metric_gain
select organization_id, mode, kind, subject_id, at, i, r, l, c, sh, sa, lc, pv, f
from (select organization_id, mode, kind, subject_id, at, nullif(impressions - lag(impressions) over w, 0) as i,
             nullif(reach - lag(reach) over w, 0) as r, nullif(likes - lag(likes) over w, 0) as l,
             nullif(comments - lag(comments) over w, 0) as c, nullif(shares - lag(shares) over w, 0) as sh,
             nullif(saves - lag(saves) over w, 0) as sa, nullif(link_clicks - lag(link_clicks) over w, 0) as lc,
             nullif(profile_visits - lag(profile_visits) over w, 0) as pv,
             nullif(followers_gained - lag(followers_gained) over w, 0) as f
      from snapshot where organization_id = current_setting('bench.organization')
      window w as (partition by subject_id order by at)) gains
where num_nonnulls(i, r, l, c, sh, sa, lc, pv, f) > 0
order by at;

update published_post p set impressions = s.impressions, engagements = likes + comments + shares + saves + link_clicks
from metric_subject s where s.subject_id = p.content_id;

cluster published_post using published_post_organization;

insert into mission_day
select d.organization_id, d.mode, p.mission_id, d.day, p.platform, sum(d.impressions), sum(reach), sum(likes), sum(comments),
       sum(shares), sum(saves), sum(link_clicks), sum(profile_visits), sum(followers_gained)
from metric_day d join published_post p on p.content_id = d.subject_id
where d.organization_id = current_setting('bench.organization') group by 1, 2, 3, 4, 5;

insert into organization_day
select organization_id, mode, day, platform, sum(impressions), sum(reach), sum(likes), sum(comments), sum(shares), sum(saves),
       sum(link_clicks), sum(profile_visits), sum(followers_gained)
from mission_day where organization_id = current_setting('bench.organization') group by 1, 2, 3, 4;

vacuum (analyze);
