-- Makes subjects known, in an order that all writers share, so that no two wait for each other.
-- in   :organization :mode :zone text; arrays of text, an element for each subject: :kinds :subjects
-- out  rows written
insert into metric_subject (organization_id, mode, kind, subject_id, zone)
select :organization, :mode, s.kind, s.subject_id, :zone
from unnest(cast(:kinds as text[]), cast(:subjects as text[])) as s (kind, subject_id)
order by s.kind, s.subject_id
on conflict (organization_id, mode, kind, subject_id) do nothing;
