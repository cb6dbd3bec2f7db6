-- What was handed to Metricool, under our references. See MetricoolBook.
create table metricool_post (
    reference text primary key,
    organization_id text not null references organization on delete cascade,
    mode text not null,
    blog_id text not null,
    network text not null,
    text text not null,
    -- A second that no other post of the brand and network has.
    publish_at timestamptz not null,
    -- Metricool's id; null until it told.
    post_id text,
    -- When it was last asked to take the post and did not tell whether it did.
    tried_at timestamptz,
    unique (blog_id, network, publish_at)
);
create index metricool_post_id on metricool_post (post_id);
create index metricool_post_age on metricool_post (publish_at);
