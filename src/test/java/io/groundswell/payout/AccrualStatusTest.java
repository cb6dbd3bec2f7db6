package io.groundswell.payout;

import static io.groundswell.payout.AccrualStatus.APPROVED;
import static io.groundswell.payout.AccrualStatus.PAID;
import static io.groundswell.payout.AccrualStatus.PENDING;
import static io.groundswell.payout.AccrualStatus.VOID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table of what people may make of something that is owed. */
class AccrualStatusTest {
    @ParameterizedTest
    @EnumSource
    void only_the_moves_of_the_table_are_made_by_people(AccrualStatus from) {
        var allowed =
                switch (from) {
                    case PENDING -> List.of(APPROVED, VOID);
                    case APPROVED -> List.of(PENDING, VOID);
                    case PAID -> List.<AccrualStatus>of();
                    case VOID -> List.of(PENDING);
                };

        for (var to : AccrualStatus.values()) {
            assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(allowed.contains(to));
        }
        assertThat(from.mayBecome(PAID)).isFalse();
    }
}
