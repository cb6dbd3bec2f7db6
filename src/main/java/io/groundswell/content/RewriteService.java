package io.groundswell.content;

import io.groundswell.account.AuditTrail;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/** Items that a job rewrites. The item names the job; what any other job writes comes too late. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class RewriteService {
    private final Contents contents;
    private final AuditTrail audit;
    private final Clock clock;

    RewriteService(Contents contents, AuditTrail audit, Clock clock) {
        this.contents = contents;
        this.audit = audit;
        this.clock = clock;
    }

    public String missionOf(Owner owner, String contentId) {
        return contents.missionOf(owner, contentId);
    }

    /** Makes an item a draft of its next version, which the job is to write. Refused while another job writes it. */
    public Content regenerate(Caller caller, String contentId, String jobId) {
        var content = contents.requireForChange(caller.owner(), contentId);
        content.regenerate(jobId, clock.instant());
        contents.flush();
        audit.record(caller.owner(), caller.userId(), "content.regenerated", contentId);
        return content;
    }

    /** Whether the item still waits for the job; it is held as it is then. */
    public boolean isAwaiting(Owner owner, String contentId, String jobId) {
        return contents.findForChange(owner, contentId)
                .filter(content -> content.words().isAwaiting(jobId))
                .isPresent();
    }

    /** Puts other words and visuals into an item, which is a draft then, one version after the words it replaces. */
    public void rewrite(Owner owner, String contentId, Copy copy, List<Visual> visuals, Metadata metadata) {
        contents.requireForChange(owner, contentId).rewrite(copy, visuals, metadata, clock.instant());
        contents.flush();
    }

    /** Gives an item back that could not be rewritten: its words stay, and only a person lets them go on. */
    public void gaveUp(Owner owner, String contentId, String jobId) {
        contents.findForChange(owner, contentId)
                .filter(content -> content.words().isAwaiting(jobId))
                .ifPresent(content -> content.words().awaitNothing());
    }
}
