-- Asks for the targets of the missions that posts are of, because something was told of these.
-- in   :organization :mode text; arrays of text, an element for each post: :contents, :ats (instants)
-- out  rows written: one for each mission that has targets
insert into kpi_check (organization_id, mode, mission_id, at)
select m.organization_id, m.mode, m.id, max(told.at)
from unnest(cast(:contents as text[]), cast(cast(:ats as text[]) as timestamptz[])) as told (content_id, at)
join content c on c.id = told.content_id and c.organization_id = :organization and c.mode = :mode
join mission m on m.id = c.mission_id
where m.kpis <> '[]' and m.deleted_at is null
group by m.organization_id, m.mode, m.id;
