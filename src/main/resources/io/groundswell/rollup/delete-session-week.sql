-- Deletes the sums of a week of sessions.
-- in   :site bigint, :monday date
delete from session_figure where site_number = :site and kind in (-2, -3, -4) and day = :monday;
