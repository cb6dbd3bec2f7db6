-- Writes snapshots; a later one of the same thing and instant replaces the earlier.
-- in   :ids text[]; arrays of bigint, an element for each snapshot: :ats (microseconds since 1970), :tolds, :resets (0 or 1), and
--      one for each counter, null where it is not known
-- out  rows written
insert into tracked_snapshot (id, at, told, reset, views, likes, comments, shares, saves, followers)
select s.id, timestamptz 'epoch' + s.at * interval '1 microsecond', s.told, s.reset = 1,
    s.views, s.likes, s.comments, s.shares, s.saves, s.followers
from unnest(
    cast(cast(:ids as text[]) as uuid[]), cast(:ats as bigint[]), cast(:tolds as bigint[]), cast(:resets as bigint[]),
    cast(:views as bigint[]), cast(:likes as bigint[]), cast(:comments as bigint[]), cast(:shares as bigint[]),
    cast(:saves as bigint[]), cast(:followers as bigint[])
) as s (id, at, told, reset, views, likes, comments, shares, saves, followers)
on conflict (id, at) do update set
    told = excluded.told, reset = excluded.reset, views = excluded.views, likes = excluded.likes,
    comments = excluded.comments, shares = excluded.shares, saves = excluded.saves, followers = excluded.followers;
