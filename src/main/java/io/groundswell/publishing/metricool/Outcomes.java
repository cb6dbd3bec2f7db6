package io.groundswell.publishing.metricool;

import io.groundswell.publishing.PublishFailure;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.metricool.MetricoolBook.Entry;
import io.groundswell.publishing.metricool.PlannedPost.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What became of posts that were handed to Metricool. Only what is surely not there is forgotten. */
@ApplicationScoped
class Outcomes {
    private final MetricoolBook book;
    private final MetricoolPlanner planner;
    private final MetricoolConfig config;
    private final Clock clock;

    Outcomes(MetricoolBook book, MetricoolPlanner planner, MetricoolConfig config, Clock clock) {
        this.book = book;
        this.planner = planner;
        this.config = config;
        this.clock = clock;
    }

    /** Waits until a post that was just taken is out. */
    Published await(Login login, Entry entry, String id) {
        var ended = watched(login, entry, id);
        if (ended.state() == State.FAILED) {
            book.forget(entry.reference());
            throw PublishFailure.permanent("Metricool could not publish: " + ended.trouble());
        }
        return ended.published();
    }

    /** The post that an earlier attempt made; empty when there is none, and never will be. */
    Optional<Published> of(Login login, Entry entry) {
        if (entry.postId() == null && entry.triedAt() == null) {
            book.forget(entry.reference());
            return Optional.empty();
        }
        return entry.postId() != null ? known(login, entry, entry.postId()) : doubtful(login, entry);
    }

    /** What failed there is not out, and may be tried anew. */
    private Optional<Published> known(Login login, Entry entry, String id) {
        try {
            var ended = watched(login, entry, id);
            if (ended.state() == State.FAILED) {
                book.forget(entry.reference());
                return Optional.empty();
            }
            return Optional.of(ended.published());
        } catch (MetricoolFailure failure) {
            if (failure.kind() != MetricoolFailure.Kind.GONE) {
                throw failure;
            }
            book.forget(entry.reference());
            throw PublishFailure.permanent("The post was deleted in Metricool's planner; look whether it is out");
        }
    }

    private Optional<Published> doubtful(Login login, Entry entry) {
        var found = planner.search(login, entry).stream()
                .filter(post -> !book.isKnown(post.id()))
                .findFirst();
        if (found.isPresent()) {
            book.taken(entry.reference(), found.get().id());
            return known(login, entry, found.get().id());
        }
        if (clock.instant().isBefore(entry.triedAt().plus(config.doubt()))) {
            throw PublishFailure.passing("Metricool did not answer, and it may still take the post", null);
        }
        book.forget(entry.reference());
        return Optional.empty();
    }

    /** Asks until the post waits no more, or until it takes too long. */
    private PlannedPost watched(Login login, Entry entry, String id) {
        var end = clock.instant().plus(config.lead()).plus(config.watch());
        while (true) {
            var planned = planner.get(login, id, entry.network());
            if (planned.state() != State.WAITING) {
                return planned;
            }
            rest(end);
        }
    }

    private void rest(Instant end) {
        if (!clock.instant().isBefore(end)) {
            throw waiting();
        }
        try {
            Thread.sleep(config.patience().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw waiting();
        }
    }

    private static PublishFailure waiting() {
        return PublishFailure.passing("Metricool has the post and has not published it yet", null);
    }
}
