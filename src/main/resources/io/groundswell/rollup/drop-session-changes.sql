-- Has nothing more taken from figures of sessions that are dropped.
-- in   :site bigint, :day date
update session_change
set start_at = null, end_at = null, entry_page = null, exit_page = null, events = null, interactive = null, user_key = null,
    number = null
where site_number = :site and start_at < cast(cast(:day as date) as timestamp) at time zone 'UTC';
