package io.groundswell.content;

import io.groundswell.text.Sha256;
import java.nio.ByteBuffer;

/**
 * The words of an item that readers get: its own, or those of one of its variations. Which one follows from the item's
 * id and the variations' weights alone, so it is the same for every attempt at the same version.
 *
 * @param variationId null when the item has no variations
 */
public record Wording(Copy copy, String variationId) {
    private static final double STEPS = 0x1p53;

    public static Wording of(Content content) {
        return of(content.id(), content.copy());
    }

    public static Wording of(String contentId, Copy copy) {
        if (copy.variations().isEmpty()) {
            return new Wording(copy, null);
        }
        var picked = pick(contentId, copy);
        return new Wording(copy.withPrimary(picked.primary()), picked.id());
    }

    private static Copy.Variation pick(String contentId, Copy copy) {
        var all = copy.variations();
        var total = all.stream().mapToDouble(Copy.Variation::weight).sum();
        var left = share(contentId) * total;
        for (var variation : all) {
            left -= variation.weight();
            if (left < 0) {
                return variation;
            }
        }
        // Rounding may leave a rest.
        return all.get(all.size() - 1);
    }

    /** From 0 up to but not including 1, evenly spread over ids. */
    private static double share(String contentId) {
        return (ByteBuffer.wrap(Sha256.of(contentId)).getLong() >>> 11) / STEPS;
    }
}
