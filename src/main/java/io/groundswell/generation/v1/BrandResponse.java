package io.groundswell.generation.v1;

import io.groundswell.generation.Brand;
import io.groundswell.generation.BrandContext;
import io.groundswell.generation.BrandDescription;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.List;

/** The brand context object. */
record BrandResponse(
        String id,
        String name,
        @Nullable String website,
        @Nullable String description,
        Brand.Voice voice,
        BrandDescription.Guidelines contentGuidelines,
        BrandDescription.Examples examples,
        List<String> competitors,
        BrandDescription.Look visual,
        String createdAt,
        String updatedAt) {
    static BrandResponse of(BrandContext context) {
        var brand = context.description();
        return new BrandResponse(
                context.id(),
                brand.name(),
                brand.website(),
                brand.description(),
                brand.voice(),
                brand.contentGuidelines(),
                brand.examples(),
                brand.competitors(),
                brand.visual(),
                V1.time(context.createdAt()),
                V1.time(context.updatedAt()));
    }
}
