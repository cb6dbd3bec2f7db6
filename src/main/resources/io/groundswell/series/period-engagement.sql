-- What all videos of creators that count gained on some days.
-- in   :ids text[], of creators; :first :last int, days since 1970; :organization :zone text
-- out  id uuid; one numeric, likes, comments, shares and saves; other numeric, views; moving boolean, whether some days are those of
--      another zone
select w.id, coalesce(counted.engagement, 0) as one, coalesce(counted.views, 0) as other,
    exists (select from tracked where organization_id = :organization and zone < :zone)
        or exists (select from tracked where organization_id = :organization and zone > :zone) as moving
from unnest(cast(:ids as uuid[])) as w (id)
cross join lateral (
    select sum(d.views) as views, sum(d.likes) + sum(d.comments) + sum(d.shares) + sum(d.saves) as engagement
    from creator_day d
    where d.creator_id = w.id
      and d.day between date '1970-01-01' + cast(:first as int) and date '1970-01-01' + cast(:last as int)) counted;
