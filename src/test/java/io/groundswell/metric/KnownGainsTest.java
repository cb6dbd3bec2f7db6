package io.groundswell.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What samples gained that had come before anybody kept that. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KnownGainsTest {
    private static final String DIFFERENCES = """
            select count(*) from (
                (select * from kept except all select * from metric_gain)
                union all (select * from metric_gain except all select * from kept)) different""";

    @Inject
    Snapshots snapshots;

    @Inject
    Rows rows;

    @Inject
    DataSource database;

    /** The part of the migration that fills the table. */
    private static String filling() throws IOException {
        try (var stream = KnownGainsTest.class.getResourceAsStream("/db/migration/V24__figures_of_posts.sql")) {
            var script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var end = "drop function last_told (bigint, bigint);";
            return script.substring(script.indexOf("create function last_told"), script.indexOf(end) + end.length());
        }
    }

    @Test
    void the_migration_finds_what_would_have_been_kept() throws IOException {
        rows.clear();
        var owner = new Owner(Api.organization().id(), Mode.LIVE);
        var random = new Random(20_260_203);
        var samples = new ArrayList<Sample>();
        for (var number = 0; number < 60; number++) {
            samples.addAll(Histories.arriving(random, Subject.content("cnt_" + number)));
        }
        for (var from = 0; from < samples.size(); from += 100) {
            snapshots.record(owner, List.copyOf(samples.subList(from, Math.min(samples.size(), from + 100))));
        }
        var filling = filling();

        QuarkusTransaction.requiringNew().run(() -> {
            rows.change("create temporary table kept on commit drop as select * from metric_gain");
            rows.change("delete from metric_gain");
            assertThat(rows.count(DIFFERENCES)).isGreaterThan(300);
            Sql.text(filling).call(database, Map.of());

            assertThat(rows.count(DIFFERENCES)).isZero();
        });
    }
}
