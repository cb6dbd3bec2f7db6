package io.groundswell.performance;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every report can be asked for before anything is published. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class NewOrganizationTest {
    @ParameterizedTest
    @ValueSource(strings = {"7d", "30d", "90d", "ytd", "all", "2026-01-01/2026-02-01"})
    void nothing_published_is_no_fault(String period) {
        var organization = Api.organization();
        for (var report : new String[] {
            "analytics?period=%s",
            "analytics/performance?period=%s",
            "analytics/costs?period=%s",
            "analytics/compare?period1=7d&period2=%s",
            "analytics/compare?period1=%s&period2=7d"
        }) {
            Api.as(organization.live())
                    .get("/v1/" + report.formatted(period))
                    .then()
                    .statusCode(200);
        }
        Api.as(organization.live())
                .body(Map.of("format", "json", "period", period))
                .post("/v1/analytics/export")
                .then()
                .statusCode(201);
    }
}
