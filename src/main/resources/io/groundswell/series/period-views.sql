-- By how many views creators gained on some days with videos that count and are not switched off: what all that count gained, without
-- those that are.
-- in   :ids text[], of creators; :first :last int, days since 1970; :organization :zone text
-- out  id uuid, one numeric, other numeric, always null; moving boolean, whether some days are those of another zone
select w.id, coalesce(counted.views, 0) - coalesce(disabled.views, 0) as one, cast(null as numeric) as other,
    exists (select from tracked where organization_id = :organization and zone < :zone)
        or exists (select from tracked where organization_id = :organization and zone > :zone) as moving
from unnest(cast(:ids as uuid[])) as w (id)
cross join lateral (
    select sum(d.views) as views from creator_day d
    where d.creator_id = w.id
      and d.day between date '1970-01-01' + cast(:first as int) and date '1970-01-01' + cast(:last as int)) counted
cross join lateral (
    select sum(d.views) as views
    from video v
    cross join lateral (
        select t.views from tracked_day t
        where t.id = v.id
          and t.day between date '1970-01-01' + cast(:first as int) and date '1970-01-01' + cast(:last as int)
        offset 0) d
    where v.creator_id = w.id and v.disabled_at is not null
      and v.tracking_status in ('AUTO_TRACKED', 'INCLUDED', 'DIRECT_ADD')) disabled;
