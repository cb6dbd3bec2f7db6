package io.groundswell.pipeline;

import io.groundswell.content.ContentService;
import io.groundswell.content.Metadata;
import io.groundswell.content.NewContent;
import io.groundswell.mission.Mission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the items of the calendar, one a step. */
@ApplicationScoped
class ContentStage implements StageWork {
    private final Leases leases;
    private final Calendar calendar;
    private final ItemMaker maker;
    private final Briefs briefs;
    private final ContentService contents;
    private final StageEvents events;
    private final Clock clock;

    ContentStage(
            Leases leases,
            Calendar calendar,
            ItemMaker maker,
            Briefs briefs,
            ContentService contents,
            StageEvents events,
            Clock clock) {
        this.leases = leases;
        this.calendar = calendar;
        this.maker = maker;
        this.briefs = briefs;
        this.contents = contents;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.CONTENT;
    }

    /** @param run counts the restarts of the job */
    private record Next(CalendarSlot slot, Direction direction, int run, List<String> givenUp) {}

    @Override
    public void step(Lease lease) {
        Optional<Next> next = leases.guarded(lease, (mission, job) -> {
            var slot = calendar.next(mission.id(), job.cycle());
            if (slot.isEmpty()) {
                complete(mission, job);
            }
            return slot.map(found -> new Next(
                    found, job.plan().direction(), job.run(), job.tries().givenUp()));
        });
        next.ifPresent(found -> make(lease, found));
    }

    private void complete(Mission mission, PipelineJob job) {
        var progress = calendar.progress(mission.id(), job.cycle());
        job.complete(Map.of("generated", progress.made(), "dropped", progress.dropped()), clock.instant());
        events.completed(job, Stage.CONTENT);
    }

    private void make(Lease lease, Next next) {
        var slot = next.slot();
        var made = maker.make(new SlotOrder(lease, slot, next.direction(), next.run(), next.givenUp(), leases, briefs));
        leases.guarded(lease, (mission, job) -> {
            if (made.isPresent()) {
                contents.add(item(mission, next, made.get()));
                maker.keep(lease.owner(), slot.contentId(), made.get());
            } else {
                calendar.drop(mission.id(), slot, "Every attempt touched an excluded topic");
            }
            job.progress(calendar.progress(mission.id(), job.cycle()).percent());
            return null;
        });
    }

    private static NewContent item(Mission mission, Next next, MadeItem made) {
        var slot = next.slot();
        var draft = made.draft();
        return new NewContent(
                slot.contentId(),
                mission.owner(),
                mission.id(),
                slot.cycle(),
                slot.slot(),
                slot.platform(),
                slot.type(),
                draft.copy(),
                made.visuals(),
                new Metadata(
                        mission.name(),
                        draft.topic(),
                        slot.pillar(),
                        List.of(),
                        draft.language(),
                        next.direction().constraints().tone(),
                        draft.targetAudience(),
                        draft.confidence(),
                        draft.usage().model(),
                        made.costCents(),
                        false),
                slot.at(),
                slot.offsetSeconds());
    }

    @Override
    public void rollback(Lease lease, int cycle) {
        contents.discardDrafts(lease.owner(), lease.missionId(), cycle);
    }
}
