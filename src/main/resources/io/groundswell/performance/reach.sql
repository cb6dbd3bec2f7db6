-- Keeps the parts of targets that a mission has reached; those that are known stay as they are.
-- in   :mission :organization :mode text, :at timestamptz;
--      arrays of text, an element for each part: :metrics :platforms, :percents (whole numbers)
-- out  metric, platform text, percent int: those that are new
insert into kpi_milestone (mission_id, organization_id, mode, metric, platform, percent, reached_at)
select :mission, :organization, :mode, part.metric, part.platform, part.percent, :at
from unnest(cast(:metrics as text[]), cast(:platforms as text[]), cast(cast(:percents as text[]) as integer[]))
    as part (metric, platform, percent)
on conflict (mission_id, metric, platform, percent) do nothing
returning metric, platform, percent;
