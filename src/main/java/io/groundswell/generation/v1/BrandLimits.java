package io.groundswell.generation.v1;

import io.groundswell.generation.Brand;
import io.groundswell.generation.BrandDescription;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the brand's rules allow, told for machines. The rules themselves are in the core, and a test compares. */
interface BrandLimits {
    @Describes(BrandDescription.class)
    interface Description {
        @NotBlank
        @Size(max = 200)
        String name();

        @Size(max = 2_000)
        @Schema(format = "uri")
        String website();

        @Size(max = 5_000)
        String description();

        @Size(max = 50)
        List<@NotBlank @Size(max = 200) String> competitors();
    }

    @Describes(Brand.Voice.class)
    interface Voice {
        @Size(max = 200)
        String tone();

        @Size(max = 1_000)
        String writingStyle();
    }
}
