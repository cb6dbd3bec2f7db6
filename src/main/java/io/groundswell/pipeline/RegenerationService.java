package io.groundswell.pipeline;

import io.groundswell.content.Content;
import io.groundswell.content.RewriteService;
import io.groundswell.cost.CostError;
import io.groundswell.cost.Ledger;
import io.groundswell.generation.Providers;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Has items written anew because somebody wants other words. */
@ApplicationScoped
public class RegenerationService {
    private final RewriteService rewrites;
    private final RewriteJobs jobs;
    private final MissionService missions;
    private final Briefs briefs;
    private final Calendar calendar;
    private final Providers providers;
    private final Ledger ledger;

    RegenerationService(
            RewriteService rewrites,
            RewriteJobs jobs,
            MissionService missions,
            Briefs briefs,
            Calendar calendar,
            Providers providers,
            Ledger ledger) {
        this.rewrites = rewrites;
        this.jobs = jobs;
        this.missions = missions;
        this.briefs = briefs;
        this.calendar = calendar;
        this.providers = providers;
        this.ledger = ledger;
    }

    /** An item that is a draft again, and the job that writes it. */
    public record Regeneration(Content content, String jobId) {}

    /**
     * Takes an item's words back at once, and has a job write others.
     *
     * @param feedback what should be different, or null
     */
    @Transactional
    public Regeneration regenerate(Caller caller, String contentId, String feedback) {
        var owner = caller.owner();
        var mission = missions.hold(owner, rewrites.missionOf(owner, contentId));
        var job = RewriteJob.asked(PublicId.next("job"), owner, mission.id(), contentId, feedback);
        var content = rewrites.regenerate(caller, contentId, job.id());
        requireMoney(mission, content, job);
        jobs.add(job);
        return new Regeneration(content, job.id());
    }

    /** Nothing is reserved here: the job does that, and waits if others were faster. */
    private void requireMoney(Mission mission, Content content, RewriteJob job) {
        var writing = briefs.again(mission, content, calendar.number(content.id()), job, 1);
        var drawing = Briefs.illustration(writing, content.copy());
        var cents = providers.writer(mission.owner(), List.of()).estimateCents(writing)
                + providers
                        .illustrator(mission.owner(), content.type(), List.of())
                        .estimateCents(drawing);
        if (!ledger.hasRoom(mission.owner(), mission.id(), mission.constraints().budgetCents(), cents)) {
            throw Refusal.of(
                    CostError.BUDGET_EXCEEDED,
                    "The mission's budget or the organization's monthly limit has no %d cents left",
                    cents);
        }
    }
}
