package io.groundswell.pipeline;

import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Deletes words that were paid for and never became an item, a day after they were written. */
@ApplicationScoped
class OldDrafts implements Round {
    private final WrittenDrafts drafts;

    OldDrafts(WrittenDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "old_drafts";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        return (int) (long) QuarkusTransaction.requiringNew().call(drafts::deleteOld);
    }
}
