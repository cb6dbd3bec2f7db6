package io.groundswell.mission;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class OldTestMissionsTest {
    @Inject
    Rows rows;

    @Inject
    Clock clock;

    @BeforeEach
    void begin() {
        rows.clear();
    }

    @AfterEach
    void end() {
        Api.resetClock();
    }

    @Test
    void a_month_later_a_test_mission_is_gone_and_a_live_one_is_not() {
        var organization = Api.organization();
        var test = Missions.start(organization.test(), 90, Map.of());
        var live = Missions.start(organization.live(), 90, Map.of());
        Api.work();
        assertThat(rows.count("select count(*) from outbox_event")).isPositive();

        Api.setClock(clock.instant().plus(Duration.ofDays(29)));
        Api.work();
        as(organization.test()).get("/v1/missions/" + test).then().statusCode(200);
        Api.setClock(clock.instant().plus(Duration.ofDays(2)));
        Api.work();

        as(organization.test()).get("/v1/missions/" + test).then().statusCode(404);
        as(organization.test()).get("/v1/content").then().statusCode(200);
        assertThat(rows.count("select count(*) from content where mode = 'TEST'"))
                .isZero();
        as(organization.live()).get("/v1/missions/" + live).then().statusCode(200);
        assertThat(rows.count("select count(*) from outbox_event where at < now()"))
                .isZero();
    }
}
