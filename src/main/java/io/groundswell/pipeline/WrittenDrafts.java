package io.groundswell.pipeline;

import io.groundswell.generation.Draft;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

@ApplicationScoped
class WrittenDrafts implements PanacheRepositoryBase<WrittenDraft, String> {
    /** Longer than any stage is tried, its pauses included. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Clock clock;

    WrittenDrafts(Clock clock) {
        this.clock = clock;
    }

    Optional<Draft> of(String reference) {
        return findByIdOptional(reference).map(WrittenDraft::draft);
    }

    /** Of two workers who wrote under one reference the first is kept. */
    void keep(ItemOrder order, String reference, Draft draft) {
        if (findByIdOptional(reference).isEmpty()) {
            persist(new WrittenDraft(
                    reference, order.owner().organizationId(), order.contentId(), draft, clock.instant()));
        }
    }

    /** The item has its words now. */
    void forget(String contentId) {
        delete("contentId", contentId);
    }

    /** Deletes what nobody came back for. */
    long deleteOld() {
        return delete("writtenAt < ?1", clock.instant().minus(KEPT));
    }
}
