-- Keeps what samples gained. Each is looked up by itself: a join may read every sample of the organization.
-- in   :organization :mode text; arrays of text, an element for each sample: :kinds :subjects, :ats (instants), and one for
--      each counter, null where nothing was gained
-- out  rows written: those that differ from what was known
with given as (
    select *
    from unnest(
        cast(:kinds as text[]), cast(:subjects as text[]), cast(cast(:ats as text[]) as timestamptz[]),
        cast(cast(:impressions as text[]) as bigint[]), cast(cast(:reach as text[]) as bigint[]),
        cast(cast(:likes as text[]) as bigint[]), cast(cast(:comments as text[]) as bigint[]),
        cast(cast(:shares as text[]) as bigint[]), cast(cast(:saves as text[]) as bigint[]),
        cast(cast(:link_clicks as text[]) as bigint[]), cast(cast(:profile_visits as text[]) as bigint[]),
        cast(cast(:followers_gained as text[]) as bigint[]), cast(cast(:views as text[]) as bigint[]),
        cast(cast(:followers as text[]) as bigint[])
    ) as g (kind, subject_id, at, impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits,
        followers_gained, views, followers)
)
insert into metric_gain (organization_id, mode, kind, subject_id, at,
    impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views,
    followers)
select :organization, :mode, given.*
from given
left join lateral (
    select * from metric_gain g
    where g.organization_id = :organization and g.mode = :mode and g.kind = given.kind
      and g.subject_id = given.subject_id and g.at = given.at
    limit 1) known on true
where (given.impressions, given.reach, given.likes, given.comments, given.shares, given.saves, given.link_clicks,
        given.profile_visits, given.followers_gained, given.views, given.followers)
    is distinct from (known.impressions, known.reach, known.likes, known.comments, known.shares, known.saves,
        known.link_clicks, known.profile_visits, known.followers_gained, known.views, known.followers)
on conflict (organization_id, mode, kind, subject_id, at) do update set
    impressions = excluded.impressions, reach = excluded.reach, likes = excluded.likes,
    comments = excluded.comments, shares = excluded.shares, saves = excluded.saves,
    link_clicks = excluded.link_clicks, profile_visits = excluded.profile_visits,
    followers_gained = excluded.followers_gained, views = excluded.views, followers = excluded.followers;
