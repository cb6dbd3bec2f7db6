package io.groundswell.generation.configured;

import io.groundswell.generation.language.Price;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The published prices that come along. No call is made at an unknown price, since no budget could hold it. */
final class PriceList {
    private final List<String[]> lines;

    PriceList() {
        try (var stream = PriceList.class.getResourceAsStream("/io/groundswell/generation/prices.txt")) {
            lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Price text(String prefix, String model, Optional<BigDecimal> in, Optional<BigDecimal> out) {
        if (in.isPresent() && out.isPresent()) {
            return new Price(notNegative(prefix, in.get()), notNegative(prefix, out.get()));
        }
        var listed = find("text", model);
        if (in.isPresent() || out.isPresent() || listed.isEmpty()) {
            throw new IllegalStateException(
                    "What does a token of %s cost? Set %s.input-cents and %s.output-cents, both in cents for a million"
                            .formatted(model, prefix, prefix));
        }
        return new Price(new BigDecimal(listed.get()[2]), new BigDecimal(listed.get()[3]));
    }

    BigDecimal image(String prefix, String model, String quality, Optional<BigDecimal> set) {
        return set.map(cents -> notNegative(prefix, cents))
                .or(() -> find("image", model, quality).map(line -> new BigDecimal(line[3])))
                .orElseThrow(() ->
                        new IllegalStateException("What does a picture of %s in quality %s cost? Set %s.image-cents"
                                .formatted(model, quality, prefix)));
    }

    static BigDecimal notNegative(String prefix, BigDecimal cents) {
        if (cents.signum() < 0) {
            throw new IllegalStateException("The prices of " + prefix + " must not be negative");
        }
        return cents;
    }

    private Optional<String[]> find(String... beginning) {
        return lines.stream()
                .filter(line -> Arrays.equals(line, 0, beginning.length, beginning, 0, beginning.length))
                .findFirst();
    }
}
