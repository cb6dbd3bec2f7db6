-- Weeks that are to be added up: they are over, and nothing has changed for a while. In no order, so that one that fails stops no other for long.
-- in   :monday date (of the first week that is not over), :now :quiet :again timestamptz (since when nothing has changed, and the week was not
--      added up), :most bigint
-- out  site_number bigint, figures text, monday date; :most rows at most
select w.site_number, w.figures, w.monday
from figure_week w
where w.state = 'CHANGED' and w.monday < :monday and w.changed_at not between :quiet and :now
    and (w.summed_at is null or w.summed_at not between :again and :now)
order by random()
limit :most;
