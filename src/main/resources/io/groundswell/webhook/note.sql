-- What a settled attempt means for its endpoint: how many events in a row it did not take, whether it is slow, and
-- whether that makes it fail. Writes nothing, and answers nothing, when all stays as it is.
-- in   :webhook text, :outcome text, :slow boolean, :most int
-- out  failing boolean (whether it was switched off by this)
with before as (
    select id, status from webhook
    where id = :webhook
      and (slow <> cast(:slow as boolean) or :outcome = 'FAILED' or (:outcome = 'SUCCEEDED' and failures > 0))
    for update
)
update webhook w
set slow = cast(:slow as boolean),
    failures = case :outcome when 'SUCCEEDED' then 0 when 'FAILED' then failures + 1 else failures end,
    status = case when :outcome = 'FAILED' and w.status = 'ACTIVE' and failures + 1 >= cast(:most as int)
                  then 'FAILING' else w.status end
from before
where w.id = before.id
returning w.status = 'FAILING' and before.status = 'ACTIVE' as failing;
