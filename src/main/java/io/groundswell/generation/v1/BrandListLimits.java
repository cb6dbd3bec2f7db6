package io.groundswell.generation.v1;

import io.groundswell.generation.BrandDescription;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the brand's rules allow, told for machines. The rules themselves are in the core, and a test compares. */
interface BrandListLimits {
    @Describes(BrandDescription.Guidelines.class)
    interface Guidelines {
        @Size(max = 50)
        List<@NotBlank @Size(max = 200) String> topics();

        @Size(max = 50)
        List<@NotBlank @Size(max = 200) String> avoid();
    }

    @Describes(BrandDescription.Examples.class)
    interface Examples {
        @Size(max = 50)
        List<@NotBlank @Size(max = 5_000) String> goodPosts();

        @Size(max = 50)
        List<@NotBlank @Size(max = 5_000) String> badPosts();
    }

    @Describes(BrandDescription.Look.class)
    interface Look {
        @Size(max = 50)
        List<@Pattern(regexp = "#[0-9a-fA-F]{6}") String> colors();

        @Size(max = 2_000)
        @Schema(format = "uri")
        String logoUrl();
    }
}
