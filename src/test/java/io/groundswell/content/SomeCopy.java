package io.groundswell.content;

import java.util.List;

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
