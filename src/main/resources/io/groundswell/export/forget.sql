-- Deletes the bytes of exports that are over.
-- in   :end timestamptz (when they were over), :limit int
with over as (
    select id from export where expires_at < :end and stored_bytes > 0 order by expires_at limit :limit
    for update skip locked
), gone as (
    delete from export_chunk where export_id in (select id from over)
)
update export set stored_bytes = 0 from over where export.id = over.id;
