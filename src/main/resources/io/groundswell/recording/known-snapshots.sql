-- Snapshots of instants of which one is kept: whether that has the same counters, where one that sets a level is the same only as one that
-- does, and not just because it is the first after a pause.
-- in   :ids text[]; arrays of bigint, an element for each snapshot: :ats (microseconds since 1970), :tolds, :resets (1 or 0), :views
--      :likes :comments :shares :saves :followers
-- out  number int, from 1 on; same boolean; reset boolean, whether what is kept sets a level
select cast(w.number as int) as number, s.reset,
    coalesce(s.told = w.told
        and (w.reset = 0 or s.reset and not exists (
            select from tracked_pause p where p.id = s.id and p.first_at = s.at and not p.told))
        and (w.views is null or s.views = w.views) and (w.likes is null or s.likes = w.likes)
        and (w.comments is null or s.comments = w.comments) and (w.shares is null or s.shares = w.shares)
        and (w.saves is null or s.saves = w.saves) and (w.followers is null or s.followers = w.followers), false) as same
from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:ats as bigint[]), cast(:tolds as bigint[]), cast(:resets as bigint[]),
        cast(:views as bigint[]), cast(:likes as bigint[]), cast(:comments as bigint[]), cast(:shares as bigint[]),
        cast(:saves as bigint[]), cast(:followers as bigint[]))
    with ordinality as w (id, at, told, reset, views, likes, comments, shares, saves, followers, number)
join tracked_snapshot s on s.id = w.id and s.at = timestamptz 'epoch' + w.at * interval '1 microsecond';
