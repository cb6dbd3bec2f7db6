-- Weeks that are to be added up: they are over, and nothing has changed for a while. In no order, so that one that fails stops no other for long.
-- in   :monday date (of the first week that is not over), :now timestamptz, :before timestamptz (of the last change), :most bigint
-- out  site_number bigint, figures text, monday date; :most rows at most
select w.site_number, w.figures, w.monday
from figure_week w
where w.state = 'CHANGED' and w.monday < :monday and w.changed_at not between :before and :now
order by random()
limit :most;
