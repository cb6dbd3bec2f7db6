-- Forgets the pauses of a mission but for the newest, because a mission may be paused and resumed without end.
-- in   :organization :mode :mission text, :most int
-- out  rows deleted
delete from annotation where id = any(array(
    select id from annotation
    where organization_id = :organization and mode = :mode and scope = 'MISSION' and entity_id = :mission
      and kind in ('MISSION_PAUSED', 'MISSION_RESUMED')
    order by at desc, id desc
    offset :most));
