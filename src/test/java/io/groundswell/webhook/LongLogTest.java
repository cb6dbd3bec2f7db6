package io.groundswell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of a log that is much longer. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LongLogTest {
    private static final int DELIVERIES = 20_000;
    private static final int PAGE = 20;

    @Inject
    DeliveryService deliveries;

    @Inject
    Rows rows;

    private Owner owner;
    private String webhook;

    @BeforeEach
    void fill() {
        rows.clear();
        var organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        webhook = Api.as(organization.test())
                .body(Map.of("url", "http://127.0.0.1:9/in", "events", List.of("*")))
                .post("/v1/webhooks")
                .path("id");
        rows.change("""
                with event as (
                    insert into outbox_event (id, organization_id, mode, type, subject_id, data, at, fanned_out)
                    select 'evt_' || n, '%1$s', 'TEST', 'mission.paused', 'msn_1', '{}', now(), true
                    from generate_series(1, %3$d) n
                    returning id
                )
                insert into webhook_delivery
                    (id, organization_id, mode, webhook_id, event_id, type, status, attempts, tries, created_at)
                select 'dlv_' || id, '%1$s', 'TEST', '%2$s', id, 'mission.paused', 'SUCCEEDED', 1,
                       jsonb_build_array(jsonb_build_object('response', repeat('x', 300))), now()
                from event""".formatted(owner.organizationId(), webhook, DELIVERIES));
        rows.change("vacuum (analyze) webhook_delivery");
    }

    @AfterEach
    void clear() {
        rows.clear();
    }

    @Test
    void is_found_and_all_are_counted_without_a_visit_to_each() {
        var read = QuarkusTransaction.requiringNew().call(() -> {
            var page = deliveries.list(owner, webhook, Set.of(), new Page.Request(PAGE, null, null));
            assertThat(page.total()).isEqualTo(DELIVERIES);
            assertThat(page.items()).hasSize(PAGE);
            return rows.count("""
                    select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                    from pg_stat_xact_user_tables where relname = 'webhook_delivery'""");
        });

        assertThat(read).isLessThan(DELIVERIES / 10);
    }

    @Test
    void is_counted_by_status() {
        rows.change("update webhook_delivery set status = 'FAILED' where id in ('dlv_evt_1', 'dlv_evt_2')");

        var page = deliveries.list(owner, webhook, Set.of(DeliveryStatus.FAILED), new Page.Request(1, null, null));

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.more()).isTrue();
    }
}
