package io.groundswell.content;

import io.groundswell.account.AuditTrail;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Changes that people make to items by hand. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class EditService {
    private static final String TIME = "scheduling.scheduled_for";

    private final Contents contents;
    private final ContentMoves moves;
    private final ContentRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    EditService(Contents contents, ContentMoves moves, ContentRules rules, AuditTrail audit, Clock clock) {
        this.contents = contents;
        this.moves = moves;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** The item as it is, held so that an edit can be made of it. */
    public Content hold(Owner owner, String contentId) {
        return contents.requireForChange(owner, contentId);
    }

    /** Changed words or visuals make the next version; a changed time alone just reschedules the item. */
    public Content edit(Caller caller, String contentId, ContentEdit edit) {
        var content = contents.requireForChange(caller.owner(), contentId);
        content.requireEditable();
        content.words().require(edit.version());
        var was = content.scheduling().scheduled();
        if (edit.changesWords(content)) {
            rules.require(content.platform(), content.type(), edit.copy(), edit.visuals());
            content.edit(edit.copy(), edit.visuals(), clock.instant());
            audit.record(caller.owner(), caller.userId(), "content.edited", contentId);
        }
        if (edit.changesTags(content)) {
            content.tag(edit.tags(), clock.instant());
        }
        contents.flush();
        if (edit.changesTime(was)) {
            reschedule(caller.owner(), content, edit.scheduledFor());
        } else if (content.scheduling().scheduled() != null
                && !edit.scheduledFor().equals(was)) {
            content.writeTime(
                    edit.scheduledFor(),
                    contents.constraints(caller.owner(), contentId).timezone(),
                    clock.instant());
        }
        return content;
    }

    private void reschedule(Owner owner, Content content, Moment moment) {
        if (moment != null) {
            moment.requireAhead(TIME, clock.instant());
            if (content.status() == ContentStatus.PENDING_REVIEW) {
                throw Refusal.on(
                        ContentError.CONTENT_STATE,
                        TIME,
                        "An item that waits for a review, such as one whose words were changed, cannot be scheduled. Give the time with the approval (schedule_for) or after it");
            }
            moves.schedule(owner, content.id(), moment);
        } else if (content.scheduling().scheduled() != null) {
            moves.unschedule(owner, content.id(), true);
        }
    }
}
