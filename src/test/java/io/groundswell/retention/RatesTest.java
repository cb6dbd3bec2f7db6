package io.groundswell.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.retention.Retention.Answer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final LocalDate MONDAY = LocalDate.of(2030, 3, 4);

    @Test
    void halves_of_a_thousandth_go_up() {
        // 201 of 400 are 0.5025, and 1,003 of 2,000 are 0.5015, which binary fractions fall short of
        var larger = new Cohort(MONDAY.minusWeeks(1), 400, List.of(400L, 201L));
        var cohorts = List.of(new Cohort(MONDAY.minusWeeks(1), 1_600, List.of(1_600L, 802L)), larger);

        assertThat(larger.rates()).containsExactly(1.0, 0.503);
        assertThat(new Answer(cohorts).averageRates()).containsExactly(1.0, 0.502);
    }
}
