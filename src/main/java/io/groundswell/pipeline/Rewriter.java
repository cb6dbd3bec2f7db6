package io.groundswell.pipeline;

import io.groundswell.content.Content;
import io.groundswell.content.ContentService;
import io.groundswell.content.Metadata;
import io.groundswell.content.RewriteService;
import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.publishing.ScheduleService;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Writes an item again, with what was said about it, and puts it through the approval policy once more. */
@ApplicationScoped
class Rewriter {
    private final ItemMaker maker;
    private final Briefs briefs;
    private final RewriteJobs jobs;
    private final Calendar calendar;
    private final MissionService missions;
    private final ContentService contents;
    private final RewriteService rewrites;
    private final ScheduleService schedule;

    Rewriter(
            ItemMaker maker,
            Briefs briefs,
            RewriteJobs jobs,
            Calendar calendar,
            MissionService missions,
            ContentService contents,
            RewriteService rewrites,
            ScheduleService schedule) {
        this.maker = maker;
        this.briefs = briefs;
        this.jobs = jobs;
        this.calendar = calendar;
        this.missions = missions;
        this.contents = contents;
        this.rewrites = rewrites;
        this.schedule = schedule;
    }

    void rewrite(RewriteJob job) {
        var order = new Order(job);
        var made = maker.make(order);
        if (made.isEmpty()) {
            throw new Permanent("excluded_topic", "Every attempt touched an excluded topic");
        }
        order.guarded(() -> schedule.holdAgenda(job.owner()), mission -> {
            store(job, made.get());
            return null;
        });
    }

    /** Whether what it lacks may come: the budget of a completed mission is never raised. */
    boolean mayWait(RewriteJob job) {
        return missions.find(job.owner(), job.missionId())
                .filter(mission -> mission.status() != MissionStatus.COMPLETED)
                .isPresent();
    }

    private void store(RewriteJob job, MadeItem made) {
        var before = contents.get(job.owner(), job.contentId());
        rewrites.rewrite(job.owner(), job.contentId(), made.draft().copy(), made.visuals(), metadata(before, made));
        maker.keep(job.owner(), job.contentId(), made);
        contents.decide(job.owner(), job.contentId());
        schedule.scheduleAtPlannedSlot(job.owner(), job.contentId());
        jobs.done(job);
    }

    private static Metadata metadata(Content before, MadeItem made) {
        var old = before.metadata();
        var draft = made.draft();
        return new Metadata(
                old.campaign(),
                draft.topic(),
                old.pillar(),
                old.tags(),
                draft.language(),
                old.tone(),
                draft.targetAudience(),
                draft.confidence(),
                draft.usage().model(),
                old.generationCostCents() + made.costCents(),
                false);
    }

    private final class Order implements ItemOrder {
        private final RewriteJob job;

        Order(RewriteJob job) {
            this.job = job;
        }

        @Override
        public Owner owner() {
            return job.owner();
        }

        @Override
        public String contentId() {
            return job.contentId();
        }

        @Override
        public String jobId() {
            return job.id();
        }

        @Override
        public List<String> givenUp() {
            return job.givenUp();
        }

        @Override
        public WritingBrief brief(Mission mission, int attempt) {
            var content = contents.get(job.owner(), job.contentId());
            return briefs.again(mission, content, calendar.number(content.id()), job, attempt);
        }

        @Override
        public <T> T guarded(Function<Mission, T> change) {
            return guarded(() -> {}, change);
        }

        /**
         * The item must still wait for this job: a person may have edited or archived it meanwhile.
         *
         * @param first holds what has to be held before the item
         */
        private <T> T guarded(Runnable first, Function<Mission, T> change) {
            return QuarkusTransaction.requiringNew().call(() -> {
                var mission = held();
                var isOurs = jobs.hold(job);
                first.run();
                if (!isOurs || !rewrites.isAwaiting(owner(), contentId(), job.id())) {
                    throw new LeaseLost(job.worker(), job.id());
                }
                return change.apply(mission);
            });
        }

        private Mission held() {
            try {
                return missions.hold(owner(), job.missionId());
            } catch (Refusal deleted) {
                throw new LeaseLost(job.worker(), job.id());
            }
        }
    }
}
