-- The contract of creators knows things by UUIDs, keys included. Until now it had no endpoint at which an id could be seen.
update api_key set id = gen_random_uuid()::text where kind = 'TGA';

-- Calls of single keys, by the second, for a minute.
create index rate_window_key on rate_window (minute) where subject like 'key:%';

-- There a key of idempotency is good for one address, so it is looked for at all of them.
create index idempotency_key_text on idempotency_key (organization_id, mode, key) where path like '/api/v1/%';

-- Counts a request of a key in the 60 seconds up to now, and towards its organization's day, unless one of the limits is reached:
-- then calls or today is one more than there may be, and nothing is counted. A limit of -1 is none. today is null when the
-- window was full already. Requests of one key take turns; those of its organization meet in the row of the day.
create function admit_call(the_window text, the_quota text, now_at timestamptz, per_minute bigint, per_day bigint,
                           out calls bigint, out oldest timestamptz, out today bigint)
language plpgsql as $$
declare
    the_second timestamptz := date_trunc('second', now_at);
begin
    perform set_config('synchronous_commit', 'off', true);
    perform pg_advisory_xact_lock(hashtextextended(the_window, 0));
    select coalesce(sum(w.calls), 0) + 1, min(w.minute) into admit_call.calls, admit_call.oldest
    from rate_window w
    where w.subject = the_window and w.minute >= the_second - interval '60 seconds';
    if per_minute >= 0 and admit_call.calls > per_minute then
        return;
    end if;
    insert into rate_window as d (subject, minute, calls)
    select the_quota, date_trunc('day', now_at, 'UTC'), 1 where per_day <> 0
    on conflict (subject, minute) do update set calls = d.calls + 1 where per_day < 0 or d.calls < per_day
    returning d.calls into admit_call.today;
    if admit_call.today is null then
        admit_call.today := per_day + 1;
        return;
    end if;
    insert into rate_window as w (subject, minute, calls) values (the_window, the_second, 1)
    on conflict (subject, minute) do update set calls = w.calls + 1;
end $$;

-- What the contract of creators calls a project: a programme of creators, whose videos and campaigns are tracked together.
create table program (
    id uuid primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    name text not null,
    readme text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index program_list on program (organization_id, mode, created_at desc, id desc);
