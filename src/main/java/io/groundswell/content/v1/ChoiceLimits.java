package io.groundswell.content.v1;

import io.groundswell.content.Copy;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What the rules of edits allow, told for machines. The rules themselves are in the core. */
interface ChoiceLimits {
    @Describes(Copy.Variation.class)
    interface Variation {
        @NotBlank
        @Size(max = 64)
        String id();

        @Size(max = 200)
        String label();

        @NotBlank
        @Size(max = 100_000)
        String primary();

        @NotNull
        @Positive
        @DecimalMax("1000000")
        double weight();
    }

    @Describes(Copy.Poll.class)
    interface Poll {
        @Size(max = 500)
        String question();

        @Size(max = 10)
        List<@Size(max = 200) String> options();

        @Min(1)
        @Max(336)
        int durationHours();
    }
}
