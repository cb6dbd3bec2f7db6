package io.groundswell.content;

import java.util.List;
import java.util.stream.IntStream;

/** Words for tests. */
final class SomeCopy {
    private SomeCopy() {}

    static Copy of(String primary) {
        return of(primary, null, List.of());
    }

    static Copy of(String primary, String cta, List<String> hashtags) {
        return new Copy(primary, null, null, null, cta, hashtags, null, null, null, null, null, null);
    }

    static Copy thread(String cta, List<String> hashtags, String... parts) {
        return new Copy(null, null, null, null, cta, hashtags, null, null, List.of(parts), null, null, null);
    }

    /** Variations of equal weight, called a, b, … */
    static Copy varied(String... primaries) {
        var variations = IntStream.range(0, primaries.length)
                .mapToObj(at -> new Copy.Variation(Character.toString('a' + at), null, primaries[at], 1))
                .toList();
        return new Copy("Own", null, null, null, null, null, null, null, null, null, variations, null);
    }

    static Copy poll(String question, List<String> options) {
        return new Copy(
                "Vote",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Copy.Poll(question, options, 24));
    }
}
