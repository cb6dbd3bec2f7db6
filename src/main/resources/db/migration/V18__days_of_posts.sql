-- What posts gained, added up: questions about an organization or a mission read a row for each day and platform, however
-- many posts there are.

-- Every item that went out, as far as questions compare posts. Narrow, where rows of content carry their words.
create table published_post (
    content_id text primary key references content on delete cascade,
    organization_id text not null,
    mode text not null,
    mission_id text not null,
    platform text not null,
    type text not null,
    pillar text,
    topic text,
    -- Whose hours and weekdays it was planned in.
    timezone text not null,
    published_at timestamptz not null
);
create index published_post_organization on published_post (organization_id, mode, published_at);
create index published_post_mission on published_post (mission_id, published_at) include (platform);

-- What the posts of a mission gained on a day, by the organization's zone.
create table mission_day (
    organization_id text not null references organization on delete cascade,
    mode text not null,
    mission_id text not null,
    day date not null,
    platform text not null,
    impressions bigint not null, reach bigint not null, likes bigint not null, comments bigint not null,
    shares bigint not null, saves bigint not null, link_clicks bigint not null, profile_visits bigint not null,
    followers_gained bigint not null,
    primary key (organization_id, mode, mission_id, day, platform)
);

-- The same for all missions together.
create table organization_day (
    organization_id text not null references organization on delete cascade,
    mode text not null,
    day date not null,
    platform text not null,
    impressions bigint not null, reach bigint not null, likes bigint not null, comments bigint not null,
    shares bigint not null, saves bigint not null, link_clicks bigint not null, profile_visits bigint not null,
    followers_gained bigint not null,
    primary key (organization_id, mode, day, platform)
);

-- What a mission's posts gained goes with the mission. There is no foreign key for that: whoever adds to a day must not
-- wait for a mission that is being deleted, which waits for them.
create function forget_days_of_missions() returns trigger language plpgsql as $$
begin
    with gone as (
        delete from mission_day d using old_rows o
        where d.organization_id = o.organization_id and d.mode = o.mode and d.mission_id = o.id
        returning d.*
    ), less as (
        select organization_id, mode, day, platform,
            sum(impressions) as impressions, sum(reach) as reach, sum(likes) as likes, sum(comments) as comments,
            sum(shares) as shares, sum(saves) as saves, sum(link_clicks) as link_clicks,
            sum(profile_visits) as profile_visits, sum(followers_gained) as followers_gained
        from gone group by organization_id, mode, day, platform
    ), held as (
        select less.*
        from organization_day d join less using (organization_id, mode, day, platform)
        order by d.organization_id, d.mode, d.day, d.platform
        for update of d
    )
    update organization_day d set
        impressions = d.impressions - held.impressions, reach = d.reach - held.reach, likes = d.likes - held.likes,
        comments = d.comments - held.comments, shares = d.shares - held.shares, saves = d.saves - held.saves,
        link_clicks = d.link_clicks - held.link_clicks, profile_visits = d.profile_visits - held.profile_visits,
        followers_gained = d.followers_gained - held.followers_gained
    from held
    where d.organization_id = held.organization_id and d.mode = held.mode and d.day = held.day
      and d.platform = held.platform;
    return null;
end $$;

create trigger mission_days_forgotten after delete on mission
    referencing old table as old_rows for each statement execute function forget_days_of_missions();

-- What was sampled lately, whatever it is a sample of.
create index snapshot_lately on snapshot (organization_id, mode, kind, at);

-- What is known already.
insert into published_post (content_id, organization_id, mode, mission_id, platform, type, pillar, topic, timezone,
    published_at)
select id, organization_id, mode, mission_id, platform, type, metadata ->> 'pillar', metadata ->> 'topic', timezone,
    published_at
from content where published_at is not null;

insert into mission_day
select d.organization_id, d.mode, p.mission_id, d.day, p.platform,
    coalesce(sum(d.impressions), 0), coalesce(sum(d.reach), 0), coalesce(sum(d.likes), 0),
    coalesce(sum(d.comments), 0), coalesce(sum(d.shares), 0), coalesce(sum(d.saves), 0),
    coalesce(sum(d.link_clicks), 0), coalesce(sum(d.profile_visits), 0), coalesce(sum(d.followers_gained), 0)
from metric_day d join published_post p on d.kind = 'CONTENT' and d.subject_id = p.content_id
group by d.organization_id, d.mode, p.mission_id, d.day, p.platform;

insert into organization_day
select organization_id, mode, day, platform,
    sum(impressions), sum(reach), sum(likes), sum(comments), sum(shares), sum(saves), sum(link_clicks),
    sum(profile_visits), sum(followers_gained)
from mission_day group by organization_id, mode, day, platform;
