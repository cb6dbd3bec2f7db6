package io.groundswell.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import io.groundswell.testing.IdentityProvider;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logins that meet each other, or anybody else. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LoginAtOnceTest {
    /** Takes a second or more to check. */
    private static final String SLOW_HASH = "$2a$14$7EqJtq98hPqEX7fNZaFWoOHi6pX3VnGqTVYbJTS9zzYh6nQMTgUHy";

    private static final Sql INSERT = Sql.text("""
            insert into app_user (id, email, name, password_hash, created_at)
            values (:id, lower(:email), 'Slow', :hash, now())""");

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    @Test
    void no_connection_waits_while_a_password_is_checked() {
        var email = PublicId.guessable(12) + "@slow.example";
        var values = Map.of("id", PublicId.next(User.ID_PREFIX), "email", email, "hash", SLOW_HASH);
        INSERT.update(database, values);
        var answer = CompletableFuture.supplyAsync(() -> login(Map.of("email", email, "password", "wrong")));
        while (!isCheckingPassword()) {
            assertThat(answer).isNotDone();
            Thread.onSpinWait();
        }

        var held = rows.count("""
                select count(*) from pg_stat_activity
                where datname = current_database() and state = 'idle in transaction' and query like '%app_user%'""");

        assertThat(isCheckingPassword()).isTrue();
        assertThat(held).isZero();
        assertThat(answer.join().statusCode()).isEqualTo(401);
    }

    @Test
    void of_two_first_logins_with_one_address_from_different_homes_one_is_refused() {
        var logins = QuarkusTransaction.requiringNew().call(() -> {
            rows.change("lock table app_user in share mode");
            var both = Stream.of("one", "two")
                    .map(home -> CompletableFuture.supplyAsync(() -> login(IdentityProvider.token(
                            "twin-" + home, Map.of("email", "twin@homes.example", "org_id", "org_twin_" + home)))))
                    .toList();
            rows.awaitWaiting(2);
            return both;
        });

        var answers = logins.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 401);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 401)
                .extracting(answer -> answer.<String>path("error.code"))
                .containsExactly("invalid_token");
    }

    private static boolean isCheckingPassword() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(Passwords.class.getName()));
    }

    private static Response login(Map<String, String> body) {
        return RestAssured.given().contentType("application/json").body(body).post("/v1/auth/login");
    }
}
