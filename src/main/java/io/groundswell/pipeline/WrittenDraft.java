package io.groundswell.pipeline;

import io.groundswell.generation.Draft;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Words that are paid for and not yet part of an item: whoever goes on after a failure uses them. */
@Entity
class WrittenDraft {
    /** The call's idempotency reference. */
    @Id
    private String reference;

    private String organizationId;
    private String contentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Draft draft;

    private Instant writtenAt;

    protected WrittenDraft() {}

    WrittenDraft(String reference, String organizationId, String contentId, Draft draft, Instant now) {
        this.reference = reference;
        this.organizationId = organizationId;
        this.contentId = contentId;
        this.draft = draft;
        this.writtenAt = now;
    }

    Draft draft() {
        return draft;
    }
}
