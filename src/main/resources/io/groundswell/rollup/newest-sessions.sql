-- Where the newest of the sessions of a site begin that can be folded before their time.
-- in   :site bigint, :from timestamptz, :until timestamptz (of sessions' starts, excluded), :most_open bigint (how many the newest are)
-- out  start_at timestamptz of the first of the newest; none when there are not so many
select s.start_at
from session s
where s.site_number = :site and s.start_at >= :from and s.start_at < :until
order by s.start_at desc
offset :most_open - 1
limit 1;
