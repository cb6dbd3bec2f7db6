-- Forgets annotations of one kind and thing but for the newest, because a thing may be changed without end.
-- in   :organization :mode :scope :thing :kind text, :most int
-- out  rows deleted
delete from annotation where id = any(array(
    select id from annotation
    where organization_id = :organization and mode = :mode and scope = :scope and entity_id = :thing and kind = :kind
    order by at desc, id desc
    offset :most));
