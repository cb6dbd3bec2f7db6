-- Ends alerts about creators that are on again, were switched off another time, or are gone.
-- in   :now timestamptz, :most int
update alert
set ended_at = :now, status = 'RESOLVED', resolved_at = coalesce(resolved_at, :now), updated_at = :now
where id in (
    select a.id
    from alert a
    where a.kind = 'CREATOR_DISABLED' and a.ended_at is null
      and not exists (
          select from creator c
          where c.id = a.creator_id and c.disabled_at is not null and c.removed_at is null
            and a.cause = 'creator_disabled:' || c.id || ':' || extract(epoch from c.disabled_at))
    limit :most
    for update of a skip locked);
