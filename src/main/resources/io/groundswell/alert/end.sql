-- Causes that are over. What people noted stays.
-- in   :organization :mode text, :causes text[], :now timestamptz
update alert
set ended_at = :now, status = 'RESOLVED', resolved_at = coalesce(resolved_at, :now), updated_at = :now
where organization_id = :organization and mode = :mode and cause = any (:causes) and ended_at is null;
