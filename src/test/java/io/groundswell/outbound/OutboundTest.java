package io.groundswell.outbound;

import static io.groundswell.outbound.OutboundFailure.Kind.REFUSED_TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class OutboundTest {
    @Inject
    Outbound outbound;

    @Inject
    Vertx vertx;

    @Inject
    ExecutorService threads;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @TestHTTPResource("/health")
    URI ourselves;

    @Test
    void a_call_is_answered() {
        var answer = outbound.send(Call.get(ourselves));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("ok");
    }

    @Test
    void private_targets_are_refused_unless_a_setting_opens_them() {
        var strict = new Outbound(vertx, threads, transactions, () -> false);
        var thrown = catchThrowableOfType(OutboundFailure.class, () -> strict.send(Call.get(ourselves)));
        assertThat(thrown.kind()).isEqualTo(REFUSED_TARGET);
        strict.close();
    }

    @Test
    void a_transaction_never_waits_for_an_answer() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbound.send(Call.get(ourselves))))
                .hasStackTraceContaining("a transaction must not");
    }
}
