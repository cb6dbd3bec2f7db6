package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.wire.Failures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class QuestionsTest {
    private static final Owner ADA = new Owner("tnt_ada", Mode.LIVE);
    private static final Owner BOB = new Owner("tnt_bob", Mode.LIVE);
    private static final Sql SLEEP = Sql.text("select pg_sleep(:seconds)");
    private static final Sql TIMEOUT = Sql.text("select current_setting('statement_timeout')");

    @Inject
    Questions questions;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void tidy() {
        rows.change("delete from server_secret where name = 'question'");
    }

    @Test
    void one_that_takes_too_long_is_refused_with_advice() {
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> questions.ask(ADA, Duration.ofSeconds(1), "Not in %d seconds", () -> {
                    SLEEP.call(database, Map.of("seconds", 20.0));
                    return null;
                }));

        var failure = new Failures().of(refusal, "req_1");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.retryAfterSeconds()).isEqualTo(30);
        assertThat(failure.message()).isEqualTo("Not in 1 seconds");
    }

    @Test
    void one_whose_many_small_statements_take_too_long_is_refused_in_the_same_way() {
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> questions.ask(ADA, "Not in %d seconds", () -> {
                    throw new OutOfTimeException();
                }));

        assertThat(new Failures().of(refusal, "req_1").message())
                .isEqualTo("Not in %d seconds".formatted(Questions.PATIENCE.toSeconds()));
    }

    @Test
    void one_organization_leaves_connections_to_the_others() {
        var asked = new CountDownLatch(Questions.MOST_AT_ONCE);
        var answer = new CountDownLatch(1);
        var slow = IntStream.range(0, Questions.MOST_AT_ONCE)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> questions.ask(ADA, () -> {
                            asked.countDown();
                            await(answer);
                            return n;
                        }),
                        task -> new Thread(task).start()))
                .toList();
        await(asked);

        var refusal = catchThrowableOfType(Refusal.class, () -> questions.ask(ADA, () -> "one more"));
        var ofAnother = questions.ask(BOB, () -> "theirs");
        answer.countDown();

        var failure = new Failures().of(refusal, "req_1");
        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.retryAfterSeconds()).isEqualTo(1);
        assertThat(ofAnother).isEqualTo("theirs");
        slow.forEach(CompletableFuture::join);
        assertThat(questions.<String>ask(ADA, () -> "again")).isEqualTo("again");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_time_is_that_of_the_question_alone() {
        var before = rows.texts("select current_setting('statement_timeout')");
        var during = questions.ask(ADA, () -> TIMEOUT.list(database, Map.of(), row -> row.getString(1)));
        assertThat(during).containsExactly("10s");
        for (var connection = 0; connection < 30; connection++) {
            assertThat(rows.texts("select current_setting('statement_timeout')"))
                    .isEqualTo(before)
                    .containsExactly("30s");
        }
    }

    @Test
    void all_of_it_is_asked_about_one_moment() {
        var counts = questions.ask(ADA, () -> {
            var first = rows.count("select count(*) from server_secret where name = 'question'");
            CompletableFuture.runAsync(
                            () -> rows.change("insert into server_secret (name, value) values ('question', '')"))
                    .join();
            return first + rows.count("select count(*) from server_secret where name = 'question'");
        });

        assertThat(counts).isZero();
        assertThat(rows.count("select count(*) from server_secret where name = 'question'"))
                .isEqualTo(1);
    }

    @Test
    void it_changes_nothing() {
        assertThatThrownBy(() -> questions.ask(ADA, () -> {
                    rows.change("insert into server_secret (name, value) values ('question', '')");
                    return null;
                }))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("read-only");
    }
}
