-- Counts an update that was asked for today, unless there were as many as there may be.
-- in   :organization :mode text, :now timestamptz, :most bigint
insert into asked_update as a (organization_id, mode, day, calls)
select :organization, :mode, cast(cast(:now as timestamptz) at time zone 'UTC' as date), 1
where cast(:most as bigint) > 0
on conflict (organization_id, mode, day) do update set calls = a.calls + 1 where a.calls < cast(:most as bigint);
