-- What the mission wanted when a cycle began: changes of a mission count from the next cycle on.
alter table pipeline_job add column direction jsonb;

update pipeline_job j
set direction = jsonb_build_object('objectives', to_jsonb(m.objectives), 'constraints', m.constraints)
from mission m
where m.id = j.mission_id and j.planned_until is not null;
