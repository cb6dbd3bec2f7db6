-- A year of 10,000 videos, a snapshot every 6 hours, and of their 300 creators, one a day, as if they had been recorded in UTC; and
-- campaigns of creators and of videos. Needs the programme of series.sql and the setting bench.organization.
alter table tracked_snapshot disable trigger user;
insert into tracked_snapshot (id, at, told, reset, views, likes, comments, shares, saves)
select v.id, date_trunc('day', now(), 'UTC') - interval '364 days' + n * interval '6 hours', 31, false, 20 * v.pace * (n + 1),
    4 * v.pace * (n + 1), v.pace * (n + 1), v.pace * (n + 1), 2 * v.pace * (n + 1)
from (select id, 1 + cast(platform_id as int) % 50 as pace from video
      where organization_id = current_setting('bench.organization') and cast(platform_id as int) <= 10000 order by id) v
cross join generate_series(0, 1455) n;
insert into tracked_snapshot (id, at, told, reset, followers)
select c.id, date_trunc('day', now(), 'UTC') - interval '364 days' + n * interval '1 day', 32, false, 1000 + 10 * n
from creator c cross join generate_series(0, 363) n
where c.organization_id = current_setting('bench.organization');
alter table tracked_snapshot enable trigger user;
insert into tracked_day (id, day, views, likes, comments, shares, saves, views_level, likes_level, comments_level, shares_level,
    saves_level, views_change, likes_change, comments_change, shares_change, saves_change)
select id, day, gained * 20, gained * 4, gained, gained, gained * 2, level * 20, level * 4, level, level, level * 2, change * 20,
    change * 4, change, change, change * 2
from (select v.id, (now() at time zone 'UTC')::date - 364 + k as day, v.pace * case k when 0 then 3 else 4 end as gained,
          v.pace * (4 * k + 4) as level, v.pace * 4 as change
      from (select id, 1 + cast(platform_id as int) % 50 as pace from video
            where organization_id = current_setting('bench.organization') and cast(platform_id as int) <= 10000 order by id) v
      cross join generate_series(0, 363) k) d;
insert into tracked_day (id, day, followers, followers_level, followers_change)
select c.id, (now() at time zone 'UTC')::date - 364 + k, case k when 0 then 0 else 10 end, 1000 + 10 * k,
    case k when 0 then 1000 else 10 end
from creator c cross join generate_series(0, 363) k
where c.organization_id = current_setting('bench.organization');
insert into creator_day (creator_id, day, views, likes, comments, shares, saves, views_known, likes_known, comments_known,
    shares_known, saves_known, views_change, likes_change, comments_change, shares_change, saves_change)
select v.creator_id, d.day, sum(d.views), sum(d.likes), sum(d.comments), sum(d.shares), sum(d.saves), count(*), count(*), count(*),
    count(*), count(*), sum(d.views_change), sum(d.likes_change), sum(d.comments_change), sum(d.shares_change), sum(d.saves_change)
from tracked_day d join video v on v.id = d.id
where v.organization_id = current_setting('bench.organization')
group by v.creator_id, d.day;
update tracked t set zone = 'UTC', first_at = s.first, last_at = s.last, compared_at = s.first + s.pause, last_day = s.last::date,
    views = s.views, likes = s.likes, comments = s.comments, shares = s.shares, saves = s.saves, followers = s.followers,
    views_since = s.first, likes_since = s.first, comments_since = s.first, shares_since = s.first, saves_since = s.first,
    followers_since = s.first
from (select v.id, date_trunc('day', now(), 'UTC') - interval '364 days' as first,
          date_trunc('day', now(), 'UTC') - interval '6 hours' as last, interval '6 hours' as pause, d.views_level as views,
          d.likes_level as likes, d.comments_level as comments, d.shares_level as shares, d.saves_level as saves,
          null::bigint as followers
      from video v join tracked_day d on d.id = v.id and d.day = (now() at time zone 'UTC')::date - 1
      where v.organization_id = current_setting('bench.organization')
      union all
      select c.id, date_trunc('day', now(), 'UTC') - interval '364 days', date_trunc('day', now(), 'UTC') - interval '1 day',
          interval '1 day', sum(d.views_level), sum(d.likes_level), sum(d.comments_level), sum(d.shares_level), sum(d.saves_level), 4630
      from creator c join video v on v.creator_id = c.id
      join tracked_day d on d.id = v.id and d.day = (now() at time zone 'UTC')::date - 1
      where c.organization_id = current_setting('bench.organization')
      group by c.id) s
where t.id = s.id;
insert into campaign (id, organization_id, mode, program_id, name, metadata, created_at, updated_at)
select gen_random_uuid(), p.organization_id, p.mode, p.id, n.name, '{}', now(), now()
from program p cross join (values ('creators'), ('videos'), ('everybody')) as n (name)
where p.organization_id = current_setting('bench.organization');
insert into campaign_item (campaign_id, creator_id, organization_id, mode, added_at)
select g.id, c.id, g.organization_id, g.mode, now()
from campaign g join creator c using (organization_id)
where g.organization_id = current_setting('bench.organization')
  and (g.name = 'everybody' or g.name = 'creators' and c.handle ~ '^creator[12]?\d$');
insert into campaign_item (campaign_id, video_id, organization_id, mode, added_at)
select g.id, v.id, g.organization_id, g.mode, now()
from campaign g join video v using (organization_id)
where g.organization_id = current_setting('bench.organization') and g.name = 'videos' and cast(v.platform_id as int) <= 1000;
vacuum analyze;
