package io.groundswell.generation.sandbox.picture;

import io.groundswell.content.Copy;
import io.groundswell.generation.Brand;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.List;
import java.util.stream.Stream;

/** What the tests ask the illustrator for. */
final class Briefs {
    static final Brand HARBOR = Brand.neutral("Harbor & Pine Coffee");

    private Briefs() {}

    static IllustrationBrief of(Platform platform, ContentType type, Copy copy) {
        return new IllustrationBrief("ref", "content-1", 1, platform, type, copy, HARBOR);
    }

    static Copy copy(String headline, String hook, String body, String cta) {
        return new Copy(null, headline, hook, body, cta, null, null, null, null, null, null, null);
    }

    static Copy lesson(int lines) {
        List<String> body = Stream.iterate(1, i -> i + 1)
                .limit(lines)
                .map(i -> "Lesson number " + i)
                .toList();
        return copy("What we learned", "A year of slow coffee", String.join("\n", body), "Tell us yours");
    }

    static Brand colored(String... colors) {
        return new Brand("Acme", null, null, null, null, null, null, null, null, List.of(colors));
    }
}
