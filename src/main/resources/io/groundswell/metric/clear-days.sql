-- Forgets the days of subjects, which are about to be made anew.
-- in   :organization :mode text; arrays of text, an element for each subject: :kinds :subjects
-- out  rows deleted
delete from metric_day
where organization_id = :organization and mode = :mode
  and (kind, subject_id) in (select * from unnest(cast(:kinds as text[]), cast(:subjects as text[])));
