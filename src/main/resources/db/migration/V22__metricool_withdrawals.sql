-- What may still wait in a planner, and being taken back from it.
alter table metricool_post
    -- Whether the post is known to be out, and its item knows.
    add column is_out boolean not null default false,
    -- When Metricool was asked to give it back; null again when it did not.
    add column withdrawn_at timestamptz,
    -- Before then nobody looks whether it has to be taken back.
    add column look_at timestamptz;

update metricool_post p set is_out = true
from content c
where c.id = split_part(p.reference, ':', 1) and c.published_at is not null;

create index metricool_post_waiting on metricool_post (look_at) where not is_out;
