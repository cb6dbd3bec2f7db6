-- Deletes the figures of sessions that start before a day.
-- in   :site bigint, :day date
delete from session_figure where site_number = :site and kind in (1, 2, 3, 4, -2, -3, -4) and day < :day;
