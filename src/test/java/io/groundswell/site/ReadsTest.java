package io.groundswell.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Questions;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReadsTest {
    private static final Logger NOISE = Logger.getLogger("io.groundswell.site.Reads");

    @Inject
    Reads reads;

    @Inject
    AgroalDataSource database;

    @Inject
    Questions questions;

    @Inject
    SiteUsage usage;

    @Inject
    Clock clock;

    @Inject
    Rows rows;

    private Project project;

    @BeforeEach
    void someProject() {
        project = Project.create(Api.organization().aak(), "read");
    }

    @AfterEach
    void present() {
        Api.resetClock();
    }

    @Test
    void a_question_is_seen_by_whoever_asks_this_instance_next() {
        reads.count(project.id());
        reads.count(project.id());

        assertThat(project.get().<Integer>path("total_reads")).isEqualTo(2);
        assertThat(project.get().<Integer>path("usage_today.reads")).isEqualTo(2);
        assertThat(project.get().<Integer>path("usage_today.events")).isZero();
    }

    @Test
    void none_is_lost_when_several_instances_count_and_write_at_once() throws Exception {
        var other = new Reads(database, clock);
        var another = Project.create(project.key(), "another");

        Crowd.of(8, () -> {
            for (var count = 0; count < 200; count++) {
                var instance = count % 2 == 0 ? reads : other;
                instance.count(project.id());
                instance.count(another.id());
                if (count % 20 == 0) {
                    instance.flush();
                }
            }
            return null;
        });
        other.flush();
        Api.work();

        assertThat(project.get().<Integer>path("total_reads")).isEqualTo(1_600);
        assertThat(project.get().<Integer>path("usage_today.reads")).isEqualTo(1_600);
        assertThat(another.get().<Integer>path("total_reads")).isEqualTo(1_600);
    }

    @Test
    void a_question_counts_on_its_own_day() {
        Api.setClock(Instant.parse("2031-05-06T23:59:59Z"));
        reads.count(project.id());
        Api.setClock(Instant.parse("2031-05-07T00:00:00Z"));
        reads.count(project.id());

        assertThat(project.get().<Integer>path("usage_today.reads")).isEqualTo(1);
        assertThat(project.get().<Integer>path("total_reads")).isEqualTo(2);
        Api.setClock(Instant.parse("2031-07-08T00:00:00Z"));
        usage.run(Instant.MAX);
        assertThat(rows.texts("select day::text from site_usage where site_id = '%s'".formatted(project.id())))
                .containsExactly("2031-05-07");
    }

    @Test
    void counts_are_written_when_the_server_stops() {
        var stopping = new Reads(database, clock);
        stopping.count(project.id());
        assertThat(totalReads()).isZero();

        stopping.onStop(new ShutdownEvent());

        assertThat(totalReads()).isEqualTo(1);
    }

    @Test
    void without_rounds_a_later_question_writes_what_waits() {
        var unattended = new Reads(database, clock);
        Api.setClock(Instant.parse("2031-05-06T10:00:00Z"));
        unattended.count(project.id());
        assertThat(totalReads()).isZero();

        Api.setClock(Instant.parse("2031-05-06T10:00:06Z"));
        unattended.count(project.id());

        assertThat(totalReads()).isEqualTo(2);
    }

    @Test
    void a_question_does_not_fail_with_its_count_which_waits_for_the_database() {
        var away = new AtomicBoolean(true);
        var counting = new Reads(unless(away), clock);
        Api.setClock(Instant.parse("2031-05-06T10:00:00Z"));
        counting.count(project.id());
        Api.setClock(Instant.parse("2031-05-06T10:00:06Z"));
        NOISE.setLevel(Level.OFF);
        counting.count(project.id());
        counting.tell();
        NOISE.setLevel(null);
        assertThat(totalReads()).isZero();

        away.set(false);

        assertThat(counting.flush()).isEqualTo(2);
        assertThat(totalReads()).isEqualTo(2);
        assertThat(counting.flush()).isZero();
    }

    @Test
    void a_question_that_only_reads_and_one_that_is_undone_count_too() {
        var counting = new Reads(database, clock);
        Api.setClock(Instant.parse("2031-05-06T10:00:00Z"));
        counting.count(project.id());
        Api.setClock(Instant.parse("2031-05-06T10:00:06Z"));

        questions.ask(new Owner("tnt_ada", Mode.LIVE), () -> {
            counting.count(project.id());
            return null;
        });
        QuarkusTransaction.begin();
        counting.count(project.id());
        counting.tell();
        QuarkusTransaction.rollback();

        assertThat(totalReads()).isEqualTo(3);
    }

    @Test
    void what_is_gone_is_not_counted() {
        reads.count("prj_0000000000000000");
        reads.count(project.id());
        reads.tell();
        assertThat(totalReads()).isEqualTo(1);
    }

    private long totalReads() {
        return rows.count("select total_reads from site where id = '%s'".formatted(project.id()));
    }

    /** The database, which hands out no connections while it is away. */
    private AgroalDataSource unless(AtomicBoolean away) {
        return (AgroalDataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AgroalDataSource.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        throw new SQLException("away");
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
