-- How many followers creators gained on some days; below 0 when they lost more.
-- in   :ids text[], of creators; :first :last int, days since 1970; :organization :zone text
-- out  id uuid, one numeric, other numeric, always null; moving boolean, whether some days are those of another zone
select w.id, coalesce(known.followers, 0) as one, cast(null as numeric) as other,
    exists (select from tracked where organization_id = :organization and zone < :zone)
        or exists (select from tracked where organization_id = :organization and zone > :zone) as moving
from unnest(cast(:ids as uuid[])) as w (id)
cross join lateral (
    select sum(d.followers) as followers from tracked_day d
    where d.id = w.id
      and d.day between date '1970-01-01' + cast(:first as int) and date '1970-01-01' + cast(:last as int)) known;
