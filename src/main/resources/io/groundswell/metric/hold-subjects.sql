-- Holds subjects until the transaction ends, in an order that all writers share.
-- in   :organization :mode text; arrays of text, an element for each subject: :kinds :subjects
-- out  kind, subject_id, zone text, told text[]
select kind, subject_id, zone, told
from metric_subject
where organization_id = :organization and mode = :mode
  and (kind, subject_id) in (select * from unnest(cast(:kinds as text[]), cast(:subjects as text[])))
order by kind, subject_id
for update;
