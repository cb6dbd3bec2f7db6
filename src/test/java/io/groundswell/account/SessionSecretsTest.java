package io.groundswell.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions while instances get another secret, one after the other, as docs/operations.md tells. */
class SessionSecretsTest {
    private static final String OLD = "old".repeat(11);
    private static final String NEW = "new".repeat(11);
    /** No instance is more than one step before another one. */
    private static final List<Secrets> STEPS =
            List.of(new Secrets(OLD, null), new Secrets(OLD, NEW), new Secrets(NEW, OLD), new Secrets(NEW, null));

    private record Secrets(String first, String second) implements AccountConfig.Jwt {
        @Override
        public Optional<String> secret() {
            return Optional.of(first);
        }

        @Override
        public Optional<String> otherSecret() {
            return Optional.ofNullable(second);
        }

        @Override
        public Duration lifetime() {
            return Duration.ofHours(1);
        }
    }

    /** Of a server in which nothing else is asked for. */
    private record Settings(Jwt jwt) implements AccountConfig {
        @Override
        public boolean development() {
            return false;
        }

        @Override
        public String dataDirectory() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> operatorToken() {
            return Optional.empty();
        }

        @Override
        public Identity identity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Bootstrap bootstrap() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration keyRotationGrace() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration auditRetention() {
            throw new UnsupportedOperationException();
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
    void another_secret_signs_nothing_and_is_as_long_as_the_first() {
        var session = issued(STEPS.get(1));
        var without = tokens(STEPS.get(0));
        assertThat(without.read(session).organizationId()).isEqualTo("tnt_1");
        var weak = tokens(new Secrets(OLD, "short"));
        assertThatThrownBy(() -> weak.read("e30.e30.e30"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("groundswell.jwt.other-secret")
                .hasMessageNotContaining("short");
    }

    private static String issued(Secrets secrets) {
        return tokens(secrets).issue("usr_1", "tnt_1", Role.ADMIN).text();
    }

    private static Tokens tokens(Secrets secrets) {
        var config = new Settings(secrets);
        // No database: both secrets are configured, and nothing is revoked.
        return new Tokens(null, new ServerSecret(null, config), config, Clock.systemUTC());
    }
}
