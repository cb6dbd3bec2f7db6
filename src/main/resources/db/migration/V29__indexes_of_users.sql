-- What one user did, in order: funnels read nothing else, and the events of a user are found without looking through those of all.
create index event_of_user on event (site_number, user_key, at, seq) include (name);
create index session_of_user on session (site_number, user_key, start_at);
