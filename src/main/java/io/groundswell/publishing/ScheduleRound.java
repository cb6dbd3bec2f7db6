package io.groundswell.publishing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Puts approved items on the schedule, those planned for the earliest slots first. */
@ApplicationScoped
class ScheduleRound implements Round {
    private static final Sql WAITING = Sql.file(ScheduleRound.class, "waiting.sql");
    private static final int MAX_PER_ROUND = 500;

    private final AgroalDataSource database;
    private final ScheduleService schedule;
    private final OneByOne oneByOne;

    ScheduleRound(AgroalDataSource database, ScheduleService schedule, OneByOne oneByOne) {
        this.database = database;
        this.schedule = schedule;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    private record Waiting(Owner owner, String contentId) {}

    @Override
    public int run(Instant deadline) {
        var waiting = WAITING.list(
                database, Map.of("limit", MAX_PER_ROUND), row -> new Waiting(Sql.owner(row), row.getString("id")));
        return oneByOne.each(this, waiting, Waiting::contentId, deadline, this::schedule);
    }

    /** Several instances may find the same item: scheduling it looks again, holding the item. */
    private int schedule(Waiting item) {
        return QuarkusTransaction.requiringNew()
                        .call(() -> schedule.scheduleAtPlannedSlot(item.owner(), item.contentId()))
                ? 1
                : 0;
    }
}
