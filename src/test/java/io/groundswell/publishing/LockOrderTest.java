package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentMoves;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Missions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever holds the agenda gets the items that it goes for, since nobody waits for the agenda with an item in hand. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LockOrderTest {
    @Inject
    ContentFixture fixture;

    @Inject
    Agenda agenda;

    @Inject
    ContentMoves moves;

    @Inject
    Rows rows;

    private String key;
    private Owner owner;

    @BeforeEach
    void begin() {
        rows.clear();
        var organization = Api.organization();
        key = organization.test();
        owner = new Owner(organization.id(), Mode.TEST);
    }

    @Test
    void the_pipeline_puts_what_it_approves_on_the_schedule_without_a_deadlock() {
        Missions.start(key, 2, Map.of());
        var work = holdBeside("pipeline", "select id from content order by slot");
        work.forEach(CompletableFuture::join);
        assertThat(rows.count("select count(*) from content where status = 'SCHEDULED'"))
                .isPositive()
                .isEqualTo(rows.count("select count(*) from content"));
        assertThat(rows.count("select count(*) from pipeline_job where attempts > 0"))
                .isZero();
    }

    @Test
    void an_item_with_other_words_gets_back_on_the_schedule_without_a_deadlock() {
        var mission = Missions.start(key, 2, Map.of());
        Api.work();
        var id = (String) Missions.content(key, mission).get(0).get("id");
        as(key).delete("/v1/publish/" + id).then().statusCode(200);
        as(key).body("{}").post("/v1/content/" + id + "/regenerate").then().statusCode(200);
        var work = holdBeside("rewrite", "select id from content where id = '" + id + "'");
        work.forEach(CompletableFuture::join);
        assertThat(rows.count("select count(*) from rewrite_job where status = 'DONE' and attempts = 0"))
                .isOne();
    }

    /** Holds the agenda, has a round come up against it, and then asks for the items. */
    private List<CompletableFuture<Integer>> holdBeside(String round, String items) {
        return QuarkusTransaction.requiringNew().call(() -> {
            agenda.hold(owner);
            var work = QuarkusTransaction.suspendingExisting().call(() -> fixture.begin(round));
            while (work.stream().noneMatch(CompletableFuture::isDone)
                    && rows.count("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0) {
                Thread.onSpinWait();
            }
            rows.texts(items).forEach(id -> moves.hold(owner, id));
            return work;
        });
    }
}
