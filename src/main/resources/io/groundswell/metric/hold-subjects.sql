-- Holds subjects until the transaction ends, in an order that all writers share.
-- in   :organization :mode text; arrays of text, an element for each subject: :kinds :subjects
-- out  kind, subject_id, zone text, told text[]
select s.kind, s.subject_id, s.zone, s.told
from (
    select * from unnest(cast(:kinds as text[]), cast(:subjects as text[])) as w (kind, subject_id)
    order by kind, subject_id) wanted
cross join lateral (
    select * from metric_subject t
    where t.organization_id = :organization and t.mode = :mode
      and t.kind = wanted.kind and t.subject_id = wanted.subject_id
    for update) s;
