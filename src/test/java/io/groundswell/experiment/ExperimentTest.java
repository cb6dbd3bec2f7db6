package io.groundswell.experiment;

import static io.groundswell.experiment.ExperimentStatus.ACTIVE;
import static io.groundswell.experiment.ExperimentStatus.COMPLETED;
import static io.groundswell.experiment.ExperimentStatus.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.shared.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentTest {
    private static final Instant BEGIN = Instant.parse("2030-03-08T12:00:00Z");
    private static final Instant LATER = BEGIN.plusSeconds(60);

    private final Experiment experiment = new Experiment(
            "tnt_1", "prj_1", new NewExperiment("shop", "cta", Variant.list(List.of("a", "b")), "signup"), 0, BEGIN);

    @Test
    void a_new_one_is_active() {
        assertThat(experiment.id()).matches("exp_[0-9A-Za-z]{16}");
        assertThat(experiment.status()).isEqualTo(ACTIVE);
        assertThat(experiment.updatedAt()).isEqualTo(BEGIN);
        assertThat(experiment.completedAt()).isNull();
    }

    @Test
    void it_pauses_and_resumes_until_it_is_completed() {
        experiment.become(PAUSED, null, LATER);
        assertThat(experiment.status()).isEqualTo(PAUSED);
        assertThat(experiment.updatedAt()).isEqualTo(LATER);
        experiment.become(ACTIVE, null, LATER.plusSeconds(1));
        experiment.become(COMPLETED, "b", LATER.plusSeconds(2));

        assertThat(experiment.winner()).isEqualTo("b");
        assertThat(experiment.createdAt()).isEqualTo(BEGIN);
        assertThat(experiment.completedAt()).isEqualTo(LATER.plusSeconds(2)).isEqualTo(experiment.updatedAt());
    }

    @Test
    void it_may_end_without_a_winner_and_from_a_pause() {
        experiment.become(PAUSED, null, LATER);
        experiment.become(COMPLETED, null, LATER);

        assertThat(experiment.winner()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, ACTIVE", "PAUSED, PAUSED", "COMPLETED, ACTIVE", "COMPLETED, PAUSED", "COMPLETED, COMPLETED"})
    void it_does_not_become_what_it_is_nor_anything_after_its_end(ExperimentStatus from, ExperimentStatus to) {
        if (from != ACTIVE) {
            experiment.become(from, null, BEGIN);
        }

        var thrown = catchThrowableOfType(Refusal.class, () -> experiment.become(to, null, LATER));

        assertThat(thrown.code()).isEqualTo(ExperimentError.INVALID_EXPERIMENT_STATUS);
        assertThat(experiment.status()).isEqualTo(from);
        assertThat(experiment.updatedAt()).isEqualTo(BEGIN);
    }

    @ParameterizedTest
    @CsvSource({"PAUSED, a", "COMPLETED, c", "COMPLETED, A", "COMPLETED, ''"})
    void only_a_variant_wins_and_only_at_the_end(ExperimentStatus to, String winner) {
        var thrown = catchThrowableOfType(Refusal.class, () -> experiment.become(to, winner, LATER));

        assertThat(thrown.code()).isEqualTo(ExperimentError.INVALID_WINNER);
        assertThat(experiment.status()).isEqualTo(ACTIVE);
        assertThat(experiment.winner()).isNull();
    }
}
