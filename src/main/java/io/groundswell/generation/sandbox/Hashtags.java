package io.groundswell.generation.sandbox;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CamelCase tags for a text, the most telling first, as many as readers of the platform expect. */
final class Hashtags {
    private static final int LONGEST = 30;
    private static final Pattern NOT_IN_A_TAG = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final List<String> GENERAL = List.of(
            "Small Steps",
            "How To",
            "Keep Learning",
            "Tips",
            "Ideas",
            "Learning",
            "Practice",
            "Step By Step",
            "Best Practices",
            "Worth Sharing");

    private Hashtags() {}

    /** @param fewest and {@code most} are how many tags fit the platform's manners */
    record Range(int fewest, int most) {
        boolean holds(int count) {
            return count >= fewest && count <= most;
        }
    }

    static Range range(Platform platform, ContentType type) {
        if (type == ContentType.STORY) {
            return new Range(0, 1);
        }
        return switch (platform) {
            case TWITTER -> new Range(1, 2);
            case THREADS, BLUESKY -> new Range(1, 3);
            case LINKEDIN, TIKTOK, MASTODON -> new Range(3, 5);
            case INSTAGRAM -> new Range(5, 10);
            case FACEBOOK -> new Range(1, 2);
            case YOUTUBE -> new Range(2, 3);
            case BLOG -> new Range(0, 0);
        };
    }

    /** Tags that together, with spaces between them, take at most {@code room} code points. */
    static List<String> of(Material material, int room) {
        if (material.wishes().noHashtags()) {
            return List.of();
        }
        Range range = range(material.brief().platform(), material.brief().type());
        int most = range.fewest() + material.spin("tags") % (range.most() - range.fewest() + 1);
        List<String> tags = new ArrayList<>();
        int left = room;
        for (String tag : candidates(material)) {
            int length = Text.length(tag) + (tags.isEmpty() ? 0 : 1);
            if (tags.size() < most && length <= left) {
                tags.add(tag);
                left -= length;
            }
        }
        return tags;
    }

    private static List<String> candidates(Material material) {
        int turn = material.spin("general");
        Stream<String> general =
                Stream.iterate(0, i -> i + 1).limit(GENERAL.size()).map(i -> Text.nth(GENERAL, (long) turn + i));
        return Stream.of(
                        Stream.of(material.subject(), material.brand()),
                        material.brief().brand().topics().stream(),
                        Stream.of(
                                material.audience() == null
                                        ? null
                                        : material.audience().name(),
                                Strands.subject(material.brief().pillar())),
                        general)
                .flatMap(phrases -> phrases)
                .filter(phrase -> phrase != null && !material.exclusions().touch(phrase))
                .map(Hashtags::tag)
                .filter(tag -> Text.length(tag) > 2 && Text.length(tag) <= LONGEST)
                .filter(tag -> !material.exclusions().touch(tag))
                .collect(Collectors.toMap(
                        tag -> tag.toLowerCase(Locale.ROOT), tag -> tag, (first, same) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** "the new mobile app" is #NewMobileApp; a phrase of more than four words is no tag. */
    private static String tag(String phrase) {
        String bare = Phrases.clean(phrase).replaceFirst("(?i)^(?:the|a|an) ", "");
        List<String> words = Text.words(NOT_IN_A_TAG.matcher(bare).replaceAll(" "));
        boolean digitsOnly = words.stream().allMatch(word -> word.chars().allMatch(Character::isDigit));
        return words.size() > 4 || digitsOnly
                ? ""
                : "#" + words.stream().map(Text::capitalized).collect(Collectors.joining());
    }
}
