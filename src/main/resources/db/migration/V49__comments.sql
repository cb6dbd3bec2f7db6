-- Comments under videos, with how kind their words are.

create table video_comment (
    video_id uuid not null references video on delete cascade,
    -- As whoever tells it names it, so that one that is told again counts once.
    id text not null,
    organization_id text not null,
    mode text not null,
    program_id uuid not null,
    author text,
    body text not null,
    at timestamptz not null,
    -- The sum of the valences of its words by how many words it has; null where none of them is in the word list.
    score double precision,
    -- Its place among comments of one moment.
    key uuid not null generated always as (md5(id)::uuid) stored,
    primary key (video_id, id)
);
create index video_comment_list on video_comment (video_id, at desc, key desc);
create index video_comment_of_program on video_comment (program_id, at) include (video_id, score);
create index video_comment_old on video_comment (organization_id, at);
