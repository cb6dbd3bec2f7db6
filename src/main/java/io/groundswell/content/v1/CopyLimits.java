package io.groundswell.content.v1;

import io.groundswell.content.Copy;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What the rules of edits allow, told for machines. The rules themselves are in the core. */
interface CopyLimits {
    @Describes(Copy.class)
    interface Words {
        @Size(max = 100_000)
        String primary();

        @Size(max = 500)
        String headline();

        @Size(max = 2_000)
        String hook();

        @Size(max = 100_000)
        String body();

        @Size(max = 1_000)
        String cta();

        @Size(max = 100)
        List<@Size(max = 100) String> hashtags();

        @Size(max = 100)
        List<@Size(max = 100) String> mentions();

        @Size(max = 2_000)
        String altText();

        @Size(max = 100)
        List<@Size(max = 10_000) String> threadParts();

        @Size(max = 10_000)
        String firstComment();

        @Size(max = 10)
        List<Copy.Variation> variations();
    }
}
