package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsInLogsTest {
    private final SecretsInLogs log = new SecretsInLogs();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key amp_dev_2ET0pKTuq6mLXro33j2KcBT8tBdC0ETPEL20",
                "key amp_live_2ET0pKTuq6mLXro33j2KcBT8tBdC0ETPEL20",
                "tga_ef804708440c369153ebdbf0299e884b630a3df8e38c4e7a45af1d1f0682d15b",
                "aak_cd2b402597e21fc1c9403411682a5dc752c371c48543384e",
                "{\"secret\":\"whsec_2ET0pKTuq6mLXro33j2K\"}",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x",
                "$2a$10$abcdefghijklmnopqrstuv",
                "Authorization: Bearer operator-token-of-the-tests"
            })
    void a_secret_is_found_in_words_parameters_and_causes(String text) {
        var parameter = new LogRecord(Level.INFO, "%s");
        parameter.setParameters(new Object[] {text});
        var cause = new LogRecord(Level.WARNING, "Failed");
        cause.setThrown(new IllegalStateException("no", new IllegalArgumentException(text)));
        for (var line : new LogRecord[] {new LogRecord(Level.INFO, text), parameter, cause}) {
            log.publish(line);
            assertThatThrownBy(log::requireNone).hasMessageContaining(text);
        }
    }

    @Test
    void a_secret_of_no_form_is_found_once_it_was_used() {
        Secrets.use("correct: horse, battery");
        Secrets.use("groundswell.vault.keys", "first:8J+mhCB1bmljb3Ju,second:c2VhIGhvcnNlcyE=");
        Secrets.use("groundswell.wire.public-url", "http://nothing.secret.example");
        Secrets.use("too short");
        for (var text : List.of("with 'correct: horse, battery'", "key=8J+mhCB1bmljb3Ju!", "c2VhIGhvcnNlcyE=")) {
            log.publish(new LogRecord(Level.INFO, text));
            assertThatThrownBy(log::requireNone).hasMessageContaining(text);
        }
        for (var text : List.of("correct, battery", "http://nothing.secret.example", "too short")) {
            log.publish(new LogRecord(Level.INFO, text));
            assertThatCode(log::requireNone).doesNotThrowAnyException();
        }
    }

    @Test
    void what_may_be_told_is_not_found() {
        log.publish(
                new LogRecord(Level.INFO, "Key amp_live_… of tnt_q04IeG9CnyL5HlFj was revoked; sent as Bearer token"));
        log.publish(new LogRecord(Level.INFO, null));
        assertThatCode(log::requireNone).doesNotThrowAnyException();
    }
}
