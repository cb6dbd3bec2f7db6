package io.groundswell.publishing.metricool;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.publishing.FoundPosts;
import io.groundswell.publishing.PublishFailure;
import io.groundswell.publishing.Published;
import io.groundswell.publishing.metricool.MetricoolBook.Entry;
import io.groundswell.shared.Owner;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Takes back what waits in planners though its item is not on its way any more, whoever stopped it and however: given up,
 * cancelled, paused, edited, archived or deleted, by a server that was killed or by people. It need not be told by them.
 */
@ApplicationScoped
class WithdrawalRound implements Round {
    private static final Logger LOG = Logger.getLogger(WithdrawalRound.class);
    private static final Sql LEFT = Sql.file(WithdrawalRound.class, "left.sql");

    private final AgroalDataSource database;
    private final MetricoolLogins logins;
    private final Withdrawals withdrawals;
    private final MetricoolBook book;
    private final FoundPosts found;
    private final OneByOne oneByOne;
    private final Clock clock;

    WithdrawalRound(
            AgroalDataSource database,
            MetricoolLogins logins,
            Withdrawals withdrawals,
            MetricoolBook book,
            FoundPosts found,
            OneByOne oneByOne,
            Clock clock) {
        this.database = database;
        this.logins = logins;
        this.withdrawals = withdrawals;
        this.book = book;
        this.found = found;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    private record Left(Owner owner, Entry entry, boolean hasItem) {}

    @Override
    public String name() {
        return "metricool_withdrawals";
    }

    /** A post waits for {@link MetricoolConfig#lead} only. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public int run(Instant deadline) {
        var left = LEFT.list(
                database,
                Map.of("now", clock.instant()),
                row -> new Left(Sql.owner(row), Entry.of(row), row.getBoolean("has_item")));
        work(left, deadline);
        return left.size();
    }

    /** What is not come to, because time is up or its organization's Metricool does not answer, is taken up again later. */
    private void work(List<Left> left, Instant deadline) {
        var silent = new HashSet<Owner>();
        oneByOne.each(this, left, one -> one.entry().reference(), deadline, one -> {
            if (!silent.contains(one.owner()) && !isAnswered(one)) {
                silent.add(one.owner());
            }
            return 1;
        });
    }

    /** A brand that its account may not see says nothing about the others. */
    private boolean isAnswered(Left left) {
        try {
            logins.ask(left.owner(), left.entry().blogId(), login -> withdrawals.of(login, left.entry()))
                    .ifPresent(post -> record(left, post));
            return true;
        } catch (MetricoolFailure | PublishFailure failure) {
            LOG.infof("%s may still go out: %s", left.entry().reference(), failure.getMessage());
            return failure instanceof MetricoolFailure told && told.kind() == MetricoolFailure.Kind.OTHER_BRAND;
        }
    }

    /** Told to the item before the book: should it end between them, it is found once more. */
    private void record(Left left, Published post) {
        if (left.hasItem()) {
            found.record(left.owner(), left.entry().reference(), post);
        }
        book.out(left.entry());
    }
}
