package io.groundswell.annotation.v1;

import io.groundswell.wire.NeverBlank;
import io.groundswell.wire.openapi.Describes;
import io.groundswell.wire.openapi.NeverNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the rules of annotations allow, told for machines. The rules themselves are in the core. */
@Describes(AnnotationForm.class)
interface AnnotationLimits {
    @NeverNull
    TimelineScope scope();

    @NeverNull
    @Schema(description = "RFC 3339, or a date, which is its first moment in UTC; now if it is not given")
    String at();

    @NeverNull
    @Size(max = 200)
    @NeverBlank
    String title();

    @Size(max = 8_000)
    String bodyMd();
}
