package io.groundswell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.testing.Mapped;
import io.groundswell.testing.TestDatabase;
import io.groundswell.work.Stopping;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class VaultTest {
    private static final String OLD = "old:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            "new:" + Base64.getEncoder().encodeToString("12345678".repeat(4).getBytes());

    private static final Logger NOISE = Logger.getLogger(KeyCheck.class.getName());

    @Inject
    Vault ours;

    @Inject
    SharedKey shared;

    @Inject
    AgroalDataSource database;

    @Inject
    Stopping stopping;

    @Inject
    Clock clock;

    private Vault vault(String... keys) {
        return new Vault(new KeyRing(() -> Optional.of(List.of(keys)), shared));
    }

    @Test
    void what_is_sealed_opens_for_its_purpose_only() {
        var sealed = ours.seal("whsec_grüß", "webhook.secret:whk_1");
        assertThat(sealed).startsWith("v1.shared.").doesNotContain("whsec");
        assertThat(ours.open(sealed, "webhook.secret:whk_1")).isEqualTo("whsec_grüß");
        assertThat(sealed).startsWith(ours.currentPrefix());
        assertThat(ours.seal("whsec_grüß", "webhook.secret:whk_1")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> ours.open(sealed, "webhook.secret:whk_2")).isInstanceOf(VaultFailure.class);
    }

    @Test
    void all_instances_share_the_key_of_the_database() {
        var another = new Vault(new KeyRing(Optional::empty, shared));
        assertThat(another.open(ours.seal("a", "p"), "p")).isEqualTo("a");
    }

    @Test
    void what_was_changed_does_not_open_at_any_place() {
        var sealed = vault(OLD).seal("secret", "p");
        for (var at = "v1.old.".length(); at < sealed.length() - 1; at++) {
            var other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            var changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertThatThrownBy(() -> vault(OLD).open(changed, "p")).isInstanceOf(VaultFailure.class);
        }
        for (var broken : List.of("", "v1", "v2.old.AAAA", "v1.old.", "v1.old.AAAA", "v1.old.?", "secret")) {
            assertThatThrownBy(() -> vault(OLD).open(broken, "p")).isInstanceOf(VaultFailure.class);
        }
    }

    @Test
    void keys_rotate_and_the_failure_names_the_one_that_is_missed() {
        var before = vault(OLD).seal("secret", "p");
        assertThat(vault(NEW, OLD).open(before, "p")).isEqualTo("secret");
        assertThat(before).doesNotStartWith(vault(NEW, OLD).currentPrefix());
        assertThat(vault(NEW, OLD).seal("secret", "p")).startsWith("v1.new.");
        assertThatThrownBy(() -> vault(NEW).open(before, "p"))
                .isInstanceOf(VaultFailure.class)
                .hasMessageContaining("old")
                .hasMessageNotContaining("secret");
        var stranger =
                "old:" + Base64.getEncoder().encodeToString("abcdefgh".repeat(4).getBytes());
        assertThatThrownBy(() -> vault(stranger).open(before, "p")).isInstanceOf(VaultFailure.class);
        assertThat(vault(NEW).open(ours.seal("a", "p"), "p"))
                .as("of the time before keys")
                .isEqualTo("a");
    }

    @Test
    void the_key_of_the_database_goes_on_sealing_until_every_instance_has_the_first_own_one() {
        var first = vault("shared", NEW);
        var before = first.seal("secret", "p");
        assertThat(before).startsWith("v1.shared.").startsWith(first.currentPrefix());
        for (var next : List.of(vault(NEW), vault(NEW, "shared"))) {
            var after = next.seal("secret", "p");
            assertThat(after).startsWith("v1.new.").startsWith(next.currentPrefix());
            assertThat(first.open(after, "p")).isEqualTo("secret");
            assertThat(next.open(before, "p")).isEqualTo("secret");
        }
        assertThatThrownBy(() -> vault("shared", NEW, "shared")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_setting_that_is_empty_is_none() {
        assertThat(Mapped.of(VaultConfig.class, Map.of("groundswell.vault.keys", ""))
                        .keys())
                .isEmpty();
    }

    @Test
    void keys_that_are_none_stop_the_start_without_being_shown() {
        for (var wrong : List.of(
                "tooshort:AAAA", "nocolon", "shared:" + OLD.substring(4), "a.b:" + OLD.substring(4), "x:#s3cret")) {
            assertThatThrownBy(() -> vault(wrong))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("groundswell.vault.keys")
                    .hasMessageNotContaining("s3cret");
        }
        assertThatThrownBy(() -> vault(OLD, OLD)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_round_seals_anew_what_an_older_key_sealed_and_leaves_what_it_cannot_open() {
        // Given
        var column = column();
        Sql.text("create table sealed_test (id text primary key, secret text)").call(database, Map.of());
        put("a", vault(OLD).seal("one", column.purpose("a")));
        put("b", vault(NEW).seal("two", column.purpose("b")));
        put("c", vault(OLD).seal("three", "another purpose"));
        put("d", null);
        put("e", vault(OLD).seal("five", column.purpose("e")));
        // When
        var both = vault(NEW, OLD);
        var round = new Resealing(List.of(column), both, database, stopping, clock);
        var done = round.run(clock.instant().plusSeconds(30));
        // Then
        assertThat(done).isEqualTo(2);
        assertThat(vault(NEW).open(secret("a"), column.purpose("a"))).isEqualTo("one");
        assertThat(vault(NEW).open(secret("e"), column.purpose("e"))).isEqualTo("five");
        assertThat(secret("c")).startsWith("v1.old.");
        assertThat(round.run(clock.instant().plusSeconds(30))).isZero();
    }

    @Test
    void a_round_tells_of_keys_that_this_server_lacks() {
        // Given
        var column = column();
        Sql.text("create table sealed_test (id text primary key, secret text)").call(database, Map.of());
        put("a", vault(OLD).seal("one", column.purpose("a")));
        put("b", vault(OLD).seal("two", column.purpose("b")));
        put("c", vault(NEW).seal("three", column.purpose("c")));
        put("d", null);
        // Then
        assertThat(unopened(column, vault(NEW, OLD))).isZero();
        assertThat(unopened(column, vault(NEW))).isOne();
        assertThat(unopened(column, ours)).isEqualTo(2);
    }

    private double unopened(SealedColumn column, Vault vault) {
        var meters = new SimpleMeterRegistry();
        NOISE.setLevel(Level.OFF);
        new KeyCheck(List.of(column), vault, database, meters).run(clock.instant());
        NOISE.setLevel(null);
        return meters.get("groundswell.vault.unopened").gauge().value();
    }

    @AfterEach
    void drop() {
        Sql.text("drop table if exists sealed_test").call(database, Map.of());
    }

    private static SealedColumn column() {
        return new SealedColumn() {
            @Override
            public String table() {
                return "sealed_test";
            }

            @Override
            public String column() {
                return "secret";
            }
        };
    }

    private void put(String id, String sealed) {
        var row = new java.util.HashMap<String, String>();
        row.put("id", id);
        row.put("secret", sealed);
        Sql.text("insert into sealed_test values (:id, cast(:secret as text))").update(database, row);
    }

    private String secret(String id) {
        return Sql.text("select secret from sealed_test where id = :id")
                .first(database, Map.of("id", id), row -> row.getString("secret"))
                .orElseThrow();
    }
}
