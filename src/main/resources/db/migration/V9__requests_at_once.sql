-- How many requests of a subject each instance is answering. Not worth a log: after a crash of the database nothing runs.
create unlogged table in_flight (
    subject text not null,
    instance text not null,
    running bigint not null,
    -- Orders what one instance says: its requests overtake each other on their way here.
    moment bigint not null,
    seen_at timestamptz not null,
    primary key (subject, instance)
) with (fillfactor = 50);
create index in_flight_age on in_flight (seen_at);

-- Counts a request in its minute and tells how many the other instances are answering for the same subject. One call,
-- since it is made for every request. The row of the minute is held from the first statement on, and each statement sees
-- what was committed before it, so of two requests on two instances the later one sees the earlier.
create function count_request(the_subject text, the_minute timestamptz, this_instance text, now_running bigint,
                              this_moment bigint, now_at timestamptz, out calls bigint, out elsewhere bigint)
language plpgsql as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    insert into rate_window as w (subject, minute, calls) values (the_subject, the_minute, 1)
    on conflict (subject, minute) do update set calls = w.calls + 1
    returning w.calls into count_request.calls;
    insert into in_flight as f (subject, instance, running, moment, seen_at)
    values (the_subject, this_instance, now_running, this_moment, now_at)
    on conflict (subject, instance) do update
       set running = excluded.running, moment = excluded.moment, seen_at = excluded.seen_at
     where f.moment < excluded.moment;
    select coalesce(sum(f.running), 0) into count_request.elsewhere
    from in_flight f
    where f.subject = the_subject and f.instance <> this_instance and f.seen_at > now_at - interval '60 seconds';
end $$;
