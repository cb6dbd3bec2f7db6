package io.groundswell.wire.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class OldKeysTest {
    @Inject
    IdempotencyKeys keys;

    @Inject
    Rows rows;

    @BeforeEach
    void clear() {
        rows.clear();
    }

    @Test
    void a_key_that_is_taken_anew_while_old_ones_are_deleted_keeps_its_new_answer() {
        var organization = Api.organization();
        var key = new IdempotencyKey(new Owner(organization.id(), Mode.LIVE), "POST", "/v1/auth/keys", "again", "hash");
        QuarkusTransaction.requiringNew().run(() -> keys.settle(keys.reserve(key, false), new Answer(200, "first")));
        rows.change("update idempotency_key set expires_at = now() - interval '1 hour'");

        var purged = QuarkusTransaction.requiringNew().call(() -> {
            keys.settle(keys.reserve(key, false), new Answer(200, "second"));
            return CompletableFuture.supplyAsync(
                            () -> QuarkusTransaction.requiringNew().call(keys::purge))
                    .get(5, TimeUnit.SECONDS);
        });

        assertThat(purged).isZero();
        assertThat(rows.texts("select response from idempotency_key")).containsExactly("second");
        assertThat(keys.purge()).isZero();
    }
}
