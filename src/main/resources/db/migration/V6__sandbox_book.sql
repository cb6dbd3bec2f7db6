-- How often the sandbox was told to make a post: its own book, which shows what a network that does not recognize a
-- repeat would have posted twice.
alter table sandbox_post add column told integer not null default 1;
