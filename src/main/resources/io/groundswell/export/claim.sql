-- Claims the export that has been due longest for a sort of work.
-- in   :work :claim text, :now :lease timestamptz (when the claim ends)
-- out  the row
update export set claim = :claim, due_at = :lease, attempts = attempts + 1
where id = (
    select id from export where work = :work and due_at <= :now order by due_at limit 1
    for update skip locked)
returning *;
