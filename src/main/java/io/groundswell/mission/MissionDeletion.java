package io.groundswell.mission;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.ContentEnd;
import io.groundswell.cost.LastNames;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Deletes a mission with all that is its own, however much that is. It is not there for anybody once that has begun; its items go in
 * steps, each in its own transaction and of a number of rows that a statement deletes in good time, and its own row is the last.
 */
@ApplicationScoped
class MissionDeletion {
    private static final Logger LOG = Logger.getLogger(MissionDeletion.class);

    /** How long a caller waits for it. */
    static final Duration WHILE = Duration.ofSeconds(10);

    private static final Sql MISSION = Sql.text("""
            delete from mission m where id = :id and deleted_at is not null
               and not exists (select from content c where c.mission_id = m.id)""");

    private final AgroalDataSource database;
    private final MissionNews news;
    private final LastNames lastNames;
    private final ContentEnd content;
    private final Repeat repeat;
    private final Clock clock;

    MissionDeletion(
            AgroalDataSource database,
            MissionNews news,
            LastNames lastNames,
            ContentEnd content,
            Repeat repeat,
            Clock clock) {
        this.database = database;
        this.news = news;
        this.lastNames = lastNames;
        this.content = content;
        this.repeat = repeat;
        this.clock = clock;
    }

    /** In the transaction at hand, which holds the mission. */
    void begin(Mission mission) {
        mission.delete(clock.instant());
        news.deleting(mission);
        lastNames.keep(mission.owner(), mission.id(), mission.name());
    }

    /** Whatever comes of it: the mission is deleted already, and a round does the rest. */
    void goOnForAWhile(String id) {
        try {
            goOn(id, clock.instant().plus(WHILE));
        } catch (RuntimeException e) {
            LOG.warnf("A round deletes what is left of mission %s: %s", id, e);
        }
    }

    /** Returns whether the last of it went by this call, as 1 or 0. */
    int goOn(String id, Instant deadline) {
        repeat.until(deadline, () -> QuarkusTransaction.requiringNew().call(() -> content.deleteSomeOfMission(id)));
        return MISSION.update(database, Map.of("id", id));
    }
}
