package io.groundswell.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.MailServer;
import io.groundswell.testing.Reaper;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.work.Round;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers that are killed over and over while they make and send exports. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KilledExportTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");
    private static final int ROWS = 40_000;
    private static final int MAILS = 30;

    private static final Logger NOISE = Logger.getLogger("io.groundswell.export");

    @Inject
    ContentFixture fixture;

    @Inject
    Warehouse warehouse;

    @Inject
    Rows rows;

    @Inject
    ExportRound exports;

    @Inject
    MailRound mails;

    @Inject
    Reaper reaper;

    @Inject
    Clock clock;

    private Api.Organization organization;
    private Owner owner;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        MailServer.current().up();
        NOISE.setLevel(Level.OFF);
        organization = Archive.organization();
        owner = new Owner(organization.id(), Mode.TEST);
    }

    @AfterEach
    void restore() {
        NOISE.setLevel(null);
        Api.resetClock();
        rows.clear();
    }

    /**
     * Until nothing is left to be done. After each turn the claims of the dead run out, and after the deadly ones nobody dies any
     * more: a mail is given up whose sender dies six times.
     */
    private int work(Round round, String unfinished, int deadlyTurns) throws Exception {
        var deaths = 0;
        var turns = 0;
        while (rows.count("select count(*) from export where " + unfinished) > 0) {
            deaths += Crowd.of(2, () -> Reaper.lives(threads -> round.run(Instant.MAX))).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            Api.setClock(clock.instant().plus(Duration.ofMinutes(3)));
            if (++turns == deadlyTurns) {
                reaper.killEvery(Integer.MAX_VALUE);
            }
        }
        return deaths;
    }

    @Test
    void whoever_dies_while_making_leaves_nothing_out_and_nothing_twice() throws Exception {
        // Given
        warehouse.charges(owner, fixture.mission(owner), ROWS);
        var csv = Archive.id(organization.test(), Map.of("include", List.of("costs")));
        var json = Archive.id(organization.test(), Map.of("format", "json"));
        reaper.killEvery(7);
        // When
        var deaths = work(exports, "work = 'MAKE'", Integer.MAX_VALUE);
        // Then
        assertThat(deaths).isGreaterThan(10);
        assertThat(reaper.kills().keySet()).hasSizeGreaterThanOrEqualTo(2);
        assertIsWhole(Archive.csv(Archive.download(organization.test(), csv).asString()).stream()
                .map(row -> Integer.parseInt(row.get("tokens")))
                .toList());
        var document = Archive.json(Archive.download(organization.test(), json).asByteArray());
        assertIsWhole(document.get("costs").findValues("tokens").stream()
                .map(tokens -> tokens.asInt())
                .toList());
        Archive.status(organization.test(), csv).then().body("rows_done", equalTo(ROWS));
    }

    /** In the order of their time, and of their number at the same time. */
    private static void assertIsWhole(List<Integer> numbers) {
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @Test
    void a_mail_whose_sender_dies_is_sent_again_as_the_same_and_none_is_left_out() throws Exception {
        // Given
        var ids = new ArrayList<String>();
        for (var count = 0; count < MAILS; count++) {
            ids.add(Archive.id(organization.test(), Map.of("email_to", "ada" + count + "@example.com")));
        }
        fixture.drain("exports");
        reaper.killEvery(5);
        // When
        var deaths = work(mails, "work = 'MAIL'", 3);
        // Then
        assertThat(deaths).isPositive();
        var received = MailServer.current().received();
        var messageIds = new HashSet<String>();
        for (var message : received) {
            messageIds.add(message.getMessageID());
        }
        assertThat(messageIds).hasSize(MAILS);
        assertThat(messageIds).allMatch(id -> ids.contains(id.replaceAll("^<|@.*", "")));
        assertThat(received.size()).isBetween(MAILS, MAILS + deaths);
        assertThat(rows.count("select count(*) from export where mail_status = 'SENT'"))
                .isEqualTo(MAILS);
    }
}
