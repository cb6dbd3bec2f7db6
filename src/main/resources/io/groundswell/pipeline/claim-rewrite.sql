-- Gives a worker the rewriting that has been due longest, unless its mission is paused or its organization suspended.
-- in   :worker text, :now :until timestamptz
-- out  the job, at most one row
update rewrite_job r set locked_by = :worker, locked_until = :until
where r.id = (
    select j.id
    from rewrite_job j
    join mission m on m.id = j.mission_id
    join organization o on o.id = j.organization_id
    where j.status = 'PENDING' and j.due_at <= :now and (j.locked_until is null or j.locked_until <= :now)
      and m.status <> 'PAUSED' and o.status = 'ACTIVE'
    order by j.due_at
    limit 1
    for update of j skip locked)
returning r.id, r.organization_id, r.mode, r.mission_id, r.content_id, r.feedback, r.attempts, r.given_up;
