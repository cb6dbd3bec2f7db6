-- Which providers a job has given up on for the step it is at, such as llm:claude, so that the next ones are asked.
alter table pipeline_job add column given_up jsonb not null default '[]';
alter table rewrite_job add column given_up text[] not null default '{}';
