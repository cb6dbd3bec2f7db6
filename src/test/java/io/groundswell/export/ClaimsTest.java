package io.groundswell.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.performance.Period;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One organization has asked for five exports, and then another one for one. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ClaimsTest {
    private static final List<String> FIVE = List.of("exp_a1", "exp_a2", "exp_a3", "exp_a4", "exp_a5");
    private static final String OTHER = "exp_b1";

    @Inject
    Exports exports;

    @Inject
    Claims claims;

    @Inject
    Rows rows;

    private Instant now = Instant.parse("2030-01-15T12:00:00Z");

    private void order(Owner owner, String id, Work work) {
        var order = new ExportOrder(
                ExportFormat.CSV,
                List.of(Section.COSTS),
                List.of(),
                new Period(LocalDate.parse("2030-01-01"), LocalDate.parse("2030-01-15")),
                ZoneOffset.UTC,
                null);
        now = now.plusSeconds(1);
        var export = new Export(
                id, owner, order, ExportStatus.PROCESSING, null, Progress.start(order, null), null, 0, now, null);
        QuarkusTransaction.requiringNew().run(() -> {
            exports.add(export, "usr_1", "ordered");
            claims.giveBack(id, "ordered", now);
        });
        rows.change("update export set work = '%s' where id = '%s'".formatted(work, id));
    }

    @BeforeEach
    void open() {
        rows.clear();
    }

    @AfterEach
    void clear() {
        rows.clear();
    }

    private void order(Work work) {
        var owner = new Owner(Archive.organization().id(), Mode.LIVE);
        FIVE.forEach(id -> order(owner, id, work));
        order(new Owner(Archive.organization().id(), Mode.LIVE), OTHER, work);
    }

    private String take(Work work) {
        now = now.plusSeconds(1);
        return QuarkusTransaction.requiringNew()
                .call(() -> claims.take(work, "claim", now))
                .orElseThrow()
                .id();
    }

    @ParameterizedTest
    @EnumSource
    void organizations_take_turns(Work work) {
        order(work);

        var turns = new ArrayList<String>();
        for (var turn = 0; turn < 10; turn++) {
            var id = take(work);
            turns.add(id);
            now = now.plusSeconds(1);
            QuarkusTransaction.requiringNew().run(() -> claims.giveBack(id, "claim", now));
        }

        for (var turn = 0; turn < 10; turn++) {
            assertThat(turns.get(turn)).isEqualTo(turn % 2 == 0 ? FIVE.get(turn / 2) : OTHER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void several_workers_leave_none_out(Work work) {
        order(work);

        var taken = new ArrayList<String>();
        for (var worker = 0; worker < 6; worker++) {
            taken.add(take(work));
        }

        assertThat(taken)
                .startsWith(FIVE.get(0), OTHER)
                .containsExactlyInAnyOrder(OTHER, "exp_a1", "exp_a2", "exp_a3", "exp_a4", "exp_a5");
        assertThat(claims.take(work, "claim", now)).isEmpty();
    }
}
