-- What questions about many posts read instead of joining and comparing: what each post gained in all, and what each sample
-- told more than the one before it.

-- With very many samples, filling takes longer than a statement may.
set local statement_timeout = 0;

-- Kept with the days, in the transaction of the sample. Rows of those who measure are changed in place.
alter table published_post
    add column impressions bigint not null default 0,
    add column engagements bigint not null default 0;
alter table published_post set (fillfactor = 80);

update published_post p set impressions = coalesce(s.impressions, 0),
    engagements = coalesce(s.likes, 0) + coalesce(s.comments, 0) + coalesce(s.shares, 0) + coalesce(s.saves, 0)
        + coalesce(s.link_clicks, 0)
from metric_subject s
where s.organization_id = p.organization_id and s.mode = p.mode and s.kind = 'CONTENT' and s.subject_id = p.content_id;
-- Without the rows as they were.
cluster published_post using published_post_organization;

-- Who measures holds the subject and then changes the post. Whoever deletes takes them in the same order, so a post goes with
-- its subject and not, by a foreign key, before it.
alter table published_post drop constraint published_post_content_id_fkey;
alter table published_post add foreign key (organization_id) references organization on delete cascade;

create or replace function forget_measured_content() returns trigger language plpgsql as $$
begin
    delete from metric_subject s using old_rows o
    where s.organization_id = o.organization_id and s.mode = o.mode and s.kind = 'CONTENT' and s.subject_id = o.id;
    delete from published_post p using old_rows o where p.content_id = o.id;
    return null;
end $$;

-- What each sample told more than the last one before it that knew the counter; no row where that is nothing.
create table metric_gain (
    organization_id text not null,
    mode text not null,
    kind text not null,
    subject_id text not null,
    at timestamptz not null,
    impressions bigint, reach bigint, likes bigint, comments bigint, shares bigint, saves bigint,
    link_clicks bigint, profile_visits bigint, followers_gained bigint, views bigint, followers bigint
);

-- What is known already, in parts, since a connection waits for one statement no longer than a minute. The level of a counter
-- is the last one told of it: what is null does not reach a strict function.
create function last_told(level bigint, told bigint) returns bigint language plpgsql immutable strict
    as 'begin return told; end';
create aggregate last_told (bigint) (sfunc = last_told, stype = bigint);

create procedure fill_gains(part int) language sql as $$
insert into metric_gain
select organization_id, mode, kind, subject_id, at,
    impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views,
    followers
from (
    select organization_id, mode, kind, subject_id, at, reset,
        nullif(greatest(impressions - last_told(impressions) over earlier, 0), 0) as impressions,
        nullif(greatest(reach - last_told(reach) over earlier, 0), 0) as reach,
        nullif(greatest(likes - last_told(likes) over earlier, 0), 0) as likes,
        nullif(greatest(comments - last_told(comments) over earlier, 0), 0) as comments,
        nullif(greatest(shares - last_told(shares) over earlier, 0), 0) as shares,
        nullif(greatest(saves - last_told(saves) over earlier, 0), 0) as saves,
        nullif(greatest(link_clicks - last_told(link_clicks) over earlier, 0), 0) as link_clicks,
        nullif(greatest(profile_visits - last_told(profile_visits) over earlier, 0), 0) as profile_visits,
        nullif(greatest(followers_gained - last_told(followers_gained) over earlier, 0), 0) as followers_gained,
        nullif(greatest(views - last_told(views) over earlier, 0), 0) as views,
        nullif(followers - last_told(followers) over earlier, 0) as followers
    from snapshot
    where abs(hashtext(subject_id) % 16) = part
    window earlier as (partition by organization_id, mode, kind, subject_id order by at
        rows between unbounded preceding and 1 preceding)) gained
where not reset and num_nonnulls(impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits,
    followers_gained, views, followers) > 0
$$;

call fill_gains(0);
call fill_gains(1);
call fill_gains(2);
call fill_gains(3);
call fill_gains(4);
call fill_gains(5);
call fill_gains(6);
call fill_gains(7);
call fill_gains(8);
call fill_gains(9);
call fill_gains(10);
call fill_gains(11);
call fill_gains(12);
call fill_gains(13);
call fill_gains(14);
call fill_gains(15);

drop procedure fill_gains(int);
drop aggregate last_told (bigint);
drop function last_told (bigint, bigint);

alter table metric_gain add primary key (organization_id, mode, kind, subject_id, at);
alter table metric_gain add foreign key (organization_id, mode, kind, subject_id) references metric_subject on delete cascade;
create index metric_gain_lately on metric_gain (organization_id, mode, kind, at);
-- Nothing asks for samples by their time any more.
drop index snapshot_lately;
