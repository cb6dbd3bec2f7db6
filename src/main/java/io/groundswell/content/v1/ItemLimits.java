package io.groundswell.content.v1;

import io.groundswell.content.Visual;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the rules of edits allow, told for machines. The rules themselves are in the core. */
interface ItemLimits {
    @Describes(Visual.class)
    interface Picture {
        @NotNull
        Visual.Type type();

        @NotBlank
        @Size(max = 2_000)
        String url();

        @PositiveOrZero
        Long fileSizeBytes();
    }

    @Describes(ContentForm.Described.class)
    interface Tags {
        @Size(max = 50)
        List<@Size(max = 100) String> tags();
    }

    @Describes(ContentForm.Timed.class)
    interface Slot {
        @Schema(description = "RFC 3339, or a time without an offset, which is meant in the mission's zone")
        String scheduledFor();
    }
}
