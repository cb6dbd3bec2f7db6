package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Ids of events are put where older ones were deleted, so that each page of their table has those of many days. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OldEventKeysTest extends PlansTest {
    private static final int FEW = 20;

    @Test
    void the_old_ones_are_found_without_reading_the_others() throws Exception {
        // Given
        run("insert into event_key (site_number, key, seen_on)"
                + " select -1, gen_random_uuid(), date '2031-01-01' + g % 35 from generate_series(1, 50000) g");
        run("analyze event_key");
        // When
        var statement = Statements.all().get("event.OldEventKeys.OLD_KEYS");
        // Then
        assertThat(pages(statement.replace("?", "date '2000-01-01'"))).isLessThan(FEW);
        assertThat(pages("select * from event_key")).isGreaterThan(10 * FEW);
    }

    private int pages(String statement) throws Exception {
        try (var sql = connection.createStatement();
                var result = sql.executeQuery("explain (analyze, buffers, format json) " + statement)) {
            result.next();
            var plan = new ObjectMapper().readTree(result.getString(1)).get(0).get("Plan");
            return plan.get("Shared Hit Blocks").asInt()
                    + plan.get("Shared Read Blocks").asInt();
        }
    }
}
