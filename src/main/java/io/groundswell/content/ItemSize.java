package io.groundswell.content;

import io.groundswell.shared.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An item's words and visuals together, whoever wrote them: a page has a hundred items, and all of them are in memory at once. */
public final class ItemSize {
    /** In UTF-8. */
    public static final int MAX_BYTES = 131_072;

    private ItemSize() {}

    public static long of(Content item) {
        return bytes(words(item.copy())) + bytes(item.visuals().stream().flatMap(ItemSize::texts));
    }

    /** The larger of both is what has to become shorter. */
    static Optional<Violation> fault(Copy copy, List<Visual> visuals) {
        var words = bytes(words(copy));
        var pictures = bytes(visuals.stream().filter(Objects::nonNull).flatMap(ItemSize::texts));
        if (words + pictures <= MAX_BYTES) {
            return Optional.empty();
        }
        var param = words >= pictures ? "copy" : "visuals";
        return Optional.of(new Violation(
                param,
                "The texts of copy and visuals take %d bytes together, where an item takes %d"
                        .formatted(words + pictures, MAX_BYTES)));
    }

    private static Stream<String> words(Copy copy) {
        var texts = Stream.of(
                copy.primary(),
                copy.headline(),
                copy.hook(),
                copy.body(),
                copy.cta(),
                copy.altText(),
                copy.firstComment());
        var lists =
                Stream.of(copy.hashtags(), copy.mentions(), copy.threadParts()).flatMap(Collection::stream);
        var variations = copy.variations().stream()
                .filter(Objects::nonNull)
                .flatMap(variation -> Stream.of(variation.id(), variation.label(), variation.primary()));
        var poll = Stream.ofNullable(copy.poll())
                .flatMap(asked -> Stream.concat(Stream.of(asked.question()), asked.options().stream()));
        return Stream.of(texts, lists, variations, poll).flatMap(all -> all);
    }

    private static Stream<String> texts(Visual visual) {
        return Stream.of(visual.url(), visual.thumbnailUrl(), visual.altText(), visual.format());
    }

    private static long bytes(Stream<String> texts) {
        return texts.filter(Objects::nonNull)
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
