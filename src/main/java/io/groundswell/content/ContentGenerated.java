package io.groundswell.content;

import io.groundswell.account.UsageCounter;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** How many items were made, for the usage page. */
@ApplicationScoped
class ContentGenerated implements UsageCounter {
    private final Contents contents;

    ContentGenerated(Contents contents) {
        this.contents = contents;
    }

    @Override
    public String name() {
        return "content_generated";
    }

    @Override
    public long since(Owner owner, Instant start) {
        return contents.count(
                "organizationId = ?1 and mode = ?2 and createdAt >= ?3", owner.organizationId(), owner.mode(), start);
    }
}
