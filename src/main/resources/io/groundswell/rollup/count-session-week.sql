-- How many figures of sessions there are to be added up for a week.
-- in   :site bigint, :monday date, :most bigint
-- out  figures bigint; no more than :most
select count(*) as figures
from (
    select 1 from session_figure f
    where f.site_number = :site and f.kind in (2, 3, 4) and f.day >= cast(:monday as date) and f.day < cast(:monday as date) + 7
    limit :most
) figure;
