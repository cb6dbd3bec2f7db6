package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;
import io.groundswell.generation.Brand;
import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A mission of the tools maker Acme, varied one thing at a time. */
record Briefs(
        Brand brand, String tone, String topic, Platform platform, ContentType type, int limit, List<String> excluded) {
    static final Brand ACME = new Brand(
            "Acme",
            null,
            "Acme makes tools for API teams",
            null,
            List.of("API design"),
            List.of("politics"),
            null,
            null,
            null,
            null);

    static Briefs of(Platform platform, ContentType type) {
        int limit =
                switch (platform) {
                    case TWITTER -> 280;
                    case BLUESKY -> 300;
                    case THREADS, MASTODON -> 500;
                    case LINKEDIN -> 3000;
                    case INSTAGRAM, TIKTOK -> 2200;
                    case FACEBOOK -> 63_206;
                    case YOUTUBE -> 5000;
                    case BLOG -> Integer.MAX_VALUE;
                };
        return new Briefs(ACME, "casual", "API design", platform, type, limit, List.of());
    }

    Briefs tone(String other) {
        return new Briefs(brand, other, topic, platform, type, limit, excluded);
    }

    Briefs topic(String other) {
        return new Briefs(brand, tone, other, platform, type, limit, excluded);
    }

    Briefs limit(int other) {
        return new Briefs(brand, tone, topic, platform, type, other, excluded);
    }

    Briefs excluding(List<String> others) {
        return new Briefs(brand, tone, topic, platform, type, limit, others);
    }

    WritingBrief number(int number) {
        return brief(number, 1, null, null);
    }

    WritingBrief again(int number, String feedback) {
        return brief(number, 2, feedback, null);
    }

    WritingBrief brief(int number, int version, String feedback, String link) {
        return new WritingBrief(
                "ref",
                "cnt_" + number,
                number,
                version,
                "Spring",
                List.of("Help small teams ship faster"),
                brand,
                tone,
                "Craft",
                topic,
                platform,
                type,
                limit,
                excluded,
                true,
                link,
                feedback);
    }

    /** What a reader gets to see, part by part. */
    static List<String> rendered(Copy copy) {
        List<String> parts = new ArrayList<>(copy.primary() == null ? copy.threadParts() : List.of(copy.primary()));
        String last = Text.join("\n\n", parts.get(parts.size() - 1), copy.cta(), String.join(" ", copy.hashtags()));
        parts.set(parts.size() - 1, last);
        return parts;
    }

    static List<String> everything(Copy copy) {
        List<String> poll = copy.poll() == null
                ? List.of()
                : Stream.concat(Stream.of(copy.poll().question()), copy.poll().options().stream())
                        .toList();
        return Stream.of(
                        rendered(copy),
                        Stream.of(copy.headline(), copy.hook(), copy.body(), copy.altText())
                                .filter(text -> text != null)
                                .toList(),
                        poll)
                .flatMap(List::stream)
                .toList();
    }
}
