package io.groundswell.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.shared.Refusal;
import io.groundswell.testing.Mapped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions while instances get another secret, one after the other, as docs/operations.md tells. */
class SessionSecretsTest {
    private static final String OLD = "old".repeat(11);
    private static final String NEW = "new".repeat(11);
    /** No instance is more than one step before another one. */
    private static final List<Secrets> STEPS =
            List.of(new Secrets(OLD, null), new Secrets(OLD, NEW), new Secrets(NEW, OLD), new Secrets(NEW, null));

    private record Secrets(String first, String second) {
        Map<String, String> settings() {
            return second == null
                    ? Map.of("groundswell.jwt.secret", first)
                    : Map.of("groundswell.jwt.secret", first, "groundswell.jwt.other-secret", second);
        }
    }

    @Test
    void sessions_of_an_instance_are_taken_by_those_that_are_a_step_further_or_behind() {
        for (var step = 0; step < STEPS.size(); step++) {
            var session = issued(STEPS.get(step));
            for (var other = Math.max(0, step - 1); other < Math.min(STEPS.size(), step + 2); other++) {
                assertThat(tokens(STEPS.get(other)).read(session).userId())
                        .as("of step %d in step %d", step, other)
                        .isEqualTo("usr_1");
            }
        }
    }

    @Test
    void with_one_secret_all_sessions_of_another_end() {
        var before = issued(STEPS.get(0));
        var after = tokens(STEPS.get(3));
        assertThatThrownBy(() -> after.read(before)).isInstanceOf(Refusal.class);
    }

    @Test
    void another_secret_signs_nothing() {
        var session = issued(STEPS.get(1));
        var without = tokens(STEPS.get(0));
        assertThat(without.read(session).organizationId()).isEqualTo("tnt_1");
    }

    private static String issued(Secrets secrets) {
        return tokens(secrets).issue("usr_1", "tnt_1", Role.ADMIN).text();
    }

    private static Tokens tokens(Secrets secrets) {
        var config = Mapped.of(AccountConfig.class, secrets.settings());
        // No database: both secrets are configured, and nothing is revoked.
        return new Tokens(null, new ServerSecret(null, config), config, Clock.systemUTC());
    }
}
