package io.groundswell.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.testing.Api;
import io.groundswell.testing.Cast;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class HomelessUsersTest {
    @Inject
    AgroalDataSource database;

    @Inject
    Users users;

    @Inject
    Rows rows;

    @BeforeEach
    @AfterEach
    void clear() {
        rows.clear();
    }

    @Test
    void whoever_joins_another_organization_while_the_homeless_are_deleted_stays_its_member() {
        var organization = Api.organization();
        homeless("usr_joins");
        homeless("usr_leaves");

        var deleted = QuarkusTransaction.requiringNew().call(() -> {
            Cast.admit(database, organization.id(), "usr_joins", Role.VIEWER);
            return CompletableFuture.supplyAsync(
                            () -> QuarkusTransaction.requiringNew().call(() -> users.deleteHomeless(10)))
                    .get(5, TimeUnit.SECONDS);
        });

        assertThat(deleted).isEqualTo(1);
        assertThat(rows.texts("select user_id from membership where role = 'VIEWER'"))
                .containsExactly("usr_joins");
        assertThat(rows.texts("select id from app_user where id in ('usr_joins', 'usr_leaves')"))
                .containsExactly("usr_joins");
        assertThat(users.deleteHomeless(10)).isZero();
    }

    private void homeless(String id) {
        rows.change("insert into app_user (id, email, name, created_at) values ('%1$s', '%1$s@example.com', 'A', now())"
                .formatted(id));
    }
}
