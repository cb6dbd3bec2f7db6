-- Holds videos whose counters are due, the longest first, and of one project, for they wait for each other. Held are those alone that are
-- wanted, so that nobody passes over others meanwhile.
-- in   :now timestamptz, :limit int
-- out  id text
with first as (
    select video_id, program_id from video_watch where due_at <= :now order by due_at limit 1 for update skip locked
),
near as (
    select video_id from first
    union
    (select video_id from video_watch where due_at <= :now order by due_at limit :limit)
)
select w.video_id::text as id
from near n
join video_watch w on w.video_id = n.video_id
where w.due_at <= :now and w.program_id = (select f.program_id from first f)
for update of w skip locked;
