package io.groundswell.publishing.metricool;

import io.groundswell.publishing.PublishFailure;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.metricool.MetricoolBook.Entry;
import io.groundswell.publishing.metricool.PlannedPost.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What became of posts that were handed to Metricool. Only what is surely not there is forgotten. */
@ApplicationScoped
class Outcomes {
    private static final Set<State> UNDECIDED = EnumSet.of(State.WAITING, State.LEAVING);

    /** How long after its time a post that was just taken may not be there yet for whoever looks. */
    private static final Duration LAG = Duration.ofSeconds(5);

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
        var ended = watched(() -> justTaken(login, entry, id), UNDECIDED);
        if (ended.state() == State.FAILED) {
            book.forget(entry);
            throw PublishFailure.permanent("Metricool could not publish: " + ended.trouble());
        }
        book.out(entry);
        return ended.published();
    }

    private PlannedPost justTaken(Login login, Entry entry, String id) {
        try {
            return planner.get(login, id, entry.network());
        } catch (MetricoolFailure failure) {
            var mayComeYet = failure.kind() == MetricoolFailure.Kind.GONE
                    && clock.instant().isBefore(entry.at().plus(LAG))
                    && !book.isWithdrawn(entry);
            if (!mayComeYet) {
                throw failure;
            }
            return PlannedPost.waiting(id);
        }
    }

    /** The post that an earlier attempt made; empty when there is none, and never will be. */
    Optional<Published> of(Login login, Entry entry) {
        return id(login, entry).flatMap(id -> known(login, entry, id));
    }

    /** What Metricool calls the post, looked for if need be; empty when there is none, and never will be. */
    Optional<String> id(Login login, Entry entry) {
        if (entry.postId() != null) {
            return Optional.of(entry.postId());
        }
        var found = entry.triedAt() == null ? Optional.<String>empty() : sought(login, entry);
        found.ifPresentOrElse(id -> book.taken(entry, id), () -> book.forget(entry));
        return found;
    }

    private Optional<String> sought(Login login, Entry entry) {
        var found = planner.search(login, entry).stream()
                .map(PlannedPost::id)
                .filter(id -> !book.isKnown(id))
                .findFirst();
        if (found.isEmpty() && clock.instant().isBefore(entry.triedAt().plus(config.doubt()))) {
            throw PublishFailure.passing("Metricool did not answer, and it may still take the post", null);
        }
        return found;
    }

    /** What failed there is not out, and may be tried anew. */
    private Optional<Published> known(Login login, Entry entry, String id) {
        try {
            var ended = watched(login, entry, id, UNDECIDED);
            if (ended.state() == State.FAILED) {
                book.forget(entry);
                return Optional.empty();
            }
            book.out(entry);
            return Optional.of(ended.published());
        } catch (MetricoolFailure failure) {
            if (failure.kind() != MetricoolFailure.Kind.GONE) {
                throw failure;
            }
            return gone(entry);
        }
    }

    private Optional<Published> gone(Entry entry) {
        var byUs = book.isWithdrawn(entry);
        book.forget(entry);
        if (byUs) {
            return Optional.empty();
        }
        throw PublishFailure.permanent("The post was deleted in Metricool's planner; look whether it is out");
    }

    /** What it means that nobody can look any more: it may be out, and is over once it cannot go out any more. */
    PublishFailure outOfSight(Entry entry) {
        if (clock.instant().isBefore(entry.at().plus(config.doubt()))) {
            return PublishFailure.passing("The post waits in a brand that the connected account may not see", null);
        }
        book.forget(entry);
        return PublishFailure.permanent(
                "The post was handed to a brand that the connected Metricool account may not see; look whether it is out");
    }

    /** Asks until the post is in none of these states any more, or until it takes too long. */
    PlannedPost watched(Login login, Entry entry, String id, Set<State> passing) {
        return watched(() -> planner.get(login, id, entry.network()), passing);
    }

    private PlannedPost watched(Supplier<PlannedPost> look, Set<State> passing) {
        var end = clock.instant().plus(config.lead()).plus(config.watch());
        while (true) {
            var planned = look.get();
            if (!passing.contains(planned.state())) {
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
