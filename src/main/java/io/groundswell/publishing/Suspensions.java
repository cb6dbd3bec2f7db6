package io.groundswell.publishing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Reactivated;
import io.groundswell.database.Sql;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Reslotting.Late;
import io.groundswell.shared.Owner;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What comes due while its organization is suspended is set aside, so that publishers need not look through it. Once the organization is
 * active again, each mission's gets new slots, in a transaction of its own, as after a pause.
 */
@ApplicationScoped
class Suspensions implements Round {
    private static final Sql SET_ASIDE = Sql.file(Suspensions.class, "set-aside.sql");
    private static final Sql MISSIONS = Sql.file(Suspensions.class, "missions-with-items-aside.sql");
    private static final Sql ITEMS = Sql.file(Suspensions.class, "items-aside.sql");
    private static final int AT_ONCE = 500;
    private static final int ALL = Integer.MAX_VALUE;
    private static final int MISSIONS_PER_ROUND = 500;
    /** When items are due that are set aside: it is written down with them, so that a crash forgets none. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final AgroalDataSource database;
    private final MissionService missions;
    private final Agenda agenda;
    private final LateItems lateItems;
    private final OneByOne oneByOne;
    private final Repeat repeat;
    private final Clock clock;

    Suspensions(
            AgroalDataSource database,
            MissionService missions,
            Agenda agenda,
            LateItems lateItems,
            OneByOne oneByOne,
            Repeat repeat,
            Clock clock) {
        this.database = database;
        this.missions = missions;
        this.agenda = agenda;
        this.lateItems = lateItems;
        this.oneByOne = oneByOne;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "suspensions";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    /** What no round has set aside yet: little, unless none ran meanwhile. */
    void reactivated(@Observes Reactivated organization) {
        setAside(organization.organizationId(), ALL);
    }

    private record Resting(Owner owner, String missionId) {}

    @Override
    public int run(Instant deadline) {
        var aside =
                repeat.until(deadline, () -> QuarkusTransaction.requiringNew().call(() -> setAside(null, AT_ONCE)));
        var resting = MISSIONS.list(
                database,
                Map.of("never", NEVER, "limit", MISSIONS_PER_ROUND),
                row -> new Resting(Sql.owner(row), row.getString("id")));
        return aside + oneByOne.each(this, resting, Resting::missionId, deadline, this::goOn);
    }

    /** @param organizationId null for all that are suspended */
    private int setAside(String organizationId, int limit) {
        var values = new HashMap<String, Object>();
        values.put("organization", organizationId);
        values.put("now", clock.instant());
        values.put("never", NEVER);
        values.put("limit", limit);
        return SET_ASIDE.update(database, values);
    }

    private int goOn(Resting mission) {
        return QuarkusTransaction.requiringNew().call(() -> moved(mission.owner(), mission.missionId()));
    }

    /** Several instances may have found the mission: the second one finds nothing of it aside. */
    private int moved(Owner owner, String missionId) {
        missions.hold(owner, missionId);
        if (!missions.isUnderWay(owner, missionId)) {
            return 0;
        }
        agenda.hold(owner);
        var values = Sql.owned(owner);
        values.put("mission", missionId);
        values.put("never", NEVER);
        var late = ITEMS.list(
                database, values, row -> new Late(row.getString("id"), Platform.valueOf(row.getString("platform"))));
        lateItems.move(owner, missionId, late);
        return late.size();
    }
}
