-- When goals are judged next.
-- in   :ids :periods :moments text[], an element for each goal
update goal g
set due_period = w.due_period, due_at = w.due_at
from unnest(cast(:ids as uuid[]), cast(:periods as date[]), cast(:moments as timestamptz[])) as w (id, due_period, due_at)
where g.id = w.id;
