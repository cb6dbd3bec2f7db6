-- Where the newest sessions of a site begin, of those that can be folded at all.
-- in   :site bigint, :until timestamptz (of sessions' starts, excluded), :most_open bigint (how many the newest are)
-- out  start_at timestamptz of the last one that is not among the newest; none when there are no others
select s.start_at
from session s
where s.site_number = :site and s.start_at < :until
order by s.start_at desc
offset :most_open - 1
limit 1;
