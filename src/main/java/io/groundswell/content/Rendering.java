package io.groundswell.content;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.text.Blank;
import io.groundswell.text.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An item's words as readers will see them: the text, a blank line, then the call to action and the hashtags. A thread
 * carries those in its last part if they fit there, otherwise not at all.
 */
public record Rendering(List<String> parts, boolean closingFits) {
    private static final String BLANK_LINE = "\n\n";
    private static final Pattern HASHTAG = Pattern.compile("(?<![\\p{L}\\p{N}_/&])#[\\p{L}\\p{N}_]+");

    public static Rendering of(Platform platform, ContentType type, Copy copy, PlatformLimits limits) {
        var closing = closing(copy);
        if (type != ContentType.THREAD || copy.threadParts().isEmpty()) {
            return new Rendering(List.of(join(Stream.of(text(copy), closing))), true);
        }
        var parts = new ArrayList<>(copy.threadParts());
        var last = join(Stream.of(parts.get(parts.size() - 1), closing));
        var fits = PlatformLimits.length(platform, last) <= limits.maxCharacters(platform);
        if (fits) {
            parts.set(parts.size() - 1, last);
        }
        return new Rendering(List.copyOf(parts), fits);
    }

    private static String text(Copy copy) {
        return copy.primary() == null ? join(Stream.of(copy.hook(), copy.body())) : copy.primary();
    }

    private static String closing(Copy copy) {
        return Stream.concat(Stream.ofNullable(copy.cta()), copy.hashtags().stream())
                .filter(word -> !Blank.is(word))
                .collect(Collectors.joining(" "));
    }

    private static String join(Stream<String> blocks) {
        return blocks.filter(Objects::nonNull)
                .filter(block -> !Blank.is(block))
                .collect(Collectors.joining(BLANK_LINE));
    }

    public String text() {
        return String.join(BLANK_LINE, parts);
    }

    /** How many there are, wherever they stand. */
    long hashtags() {
        return HASHTAG.matcher(text()).results().count();
    }

    /** The beginning of the text, at most {@code length} characters. */
    public String excerpt(int length) {
        return Cut.to(length, text());
    }
}
