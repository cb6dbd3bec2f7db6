-- Some of the sessions of a site that changed since they were folded.
-- in   :site bigint, :most bigint
-- out  key bigint
select session_key as key from session_change where site_number = :site order by session_key limit :most;
