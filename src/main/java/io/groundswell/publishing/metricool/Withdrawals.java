package io.groundswell.publishing.metricool;

import io.groundswell.publishing.PublishFailure;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.metricool.MetricoolBook.Entry;
import io.groundswell.publishing.metricool.MetricoolFailure.Kind;
import io.groundswell.publishing.metricool.PlannedPost.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Takes posts back that wait in a planner. What was deleted, and whether it was, is told by a look, not by the answer. */
@ApplicationScoped
class Withdrawals {
    private static final Set<Kind> WORTH_A_LOOK = EnumSet.of(Kind.GONE, Kind.REFUSED, Kind.UNKNOWN);

    private final MetricoolBook book;
    private final MetricoolPlanner planner;
    private final Outcomes outcomes;
    private final Clock clock;

    Withdrawals(MetricoolBook book, MetricoolPlanner planner, Outcomes outcomes, Clock clock) {
        this.book = book;
        this.planner = planner;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** The post, if it is out already; empty when it is surely not there any more. */
    Optional<Published> of(Login login, Entry entry) {
        return outcomes.id(login, entry).flatMap(id -> takeBack(login, entry, id));
    }

    private Optional<Published> takeBack(Login login, Entry entry, String id) {
        var seen = look(login, entry, id);
        if (is(State.WAITING, seen)) {
            book.withdrawing(entry, clock.instant());
            remove(login, id);
            seen = look(login, entry, id);
        }
        if (is(State.WAITING, seen)) {
            throw PublishFailure.passing("Metricool does not give the post back", null);
        }
        if (is(State.OUT, seen)) {
            book.stays(entry);
            return seen.map(PlannedPost::published);
        }
        book.forget(entry);
        return Optional.empty();
    }

    private static boolean is(State state, Optional<PlannedPost> post) {
        return post.isPresent() && post.get().state() == state;
    }

    private Optional<PlannedPost> look(Login login, Entry entry, String id) {
        try {
            return Optional.of(outcomes.watched(login, entry, id, EnumSet.of(State.LEAVING)));
        } catch (MetricoolFailure failure) {
            if (failure.kind() != Kind.GONE) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private void remove(Login login, String id) {
        try {
            planner.remove(login, id);
        } catch (MetricoolFailure failure) {
            if (!WORTH_A_LOOK.contains(failure.kind())) {
                throw failure;
            }
        }
    }
}
