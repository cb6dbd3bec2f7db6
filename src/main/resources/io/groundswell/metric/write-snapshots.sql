-- Writes samples, many at once; a later one of the same subject and instant replaces the earlier.
-- in   :organization :mode text; arrays of text, an element for each sample: :kinds :subjects, :ats (instants), :resets,
--      and one for each counter, null where the sample does not tell it
-- out  rows written
insert into snapshot (organization_id, mode, kind, subject_id, at, reset,
    impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views,
    followers)
select :organization, :mode, s.*
from unnest(
    cast(:kinds as text[]), cast(:subjects as text[]), cast(cast(:ats as text[]) as timestamptz[]),
    cast(cast(:resets as text[]) as boolean[]), cast(cast(:impressions as text[]) as bigint[]),
    cast(cast(:reach as text[]) as bigint[]), cast(cast(:likes as text[]) as bigint[]),
    cast(cast(:comments as text[]) as bigint[]), cast(cast(:shares as text[]) as bigint[]),
    cast(cast(:saves as text[]) as bigint[]), cast(cast(:link_clicks as text[]) as bigint[]),
    cast(cast(:profile_visits as text[]) as bigint[]), cast(cast(:followers_gained as text[]) as bigint[]),
    cast(cast(:views as text[]) as bigint[]), cast(cast(:followers as text[]) as bigint[])
) s
on conflict (organization_id, mode, kind, subject_id, at) do update set
    reset = excluded.reset, impressions = excluded.impressions, reach = excluded.reach, likes = excluded.likes,
    comments = excluded.comments, shares = excluded.shares, saves = excluded.saves,
    link_clicks = excluded.link_clicks, profile_visits = excluded.profile_visits,
    followers_gained = excluded.followers_gained, views = excluded.views, followers = excluded.followers;
