package io.groundswell.generation.sandbox.picture;

import io.groundswell.content.Copy;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.text.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Takes from the copy of one item the words that its pictures show. */
final class Script {
    /** The most slides a network takes, and as many scenes as a short video bears. */
    private static final int MAX_CARDS = 10;

    private static final int MAX_CHARACTERS = 500;

    private final Typeface face;
    private final String brand;
    private final String cta;
    private final List<String> titles;
    private final List<String> lines;

    Script(IllustrationBrief brief, Typeface face) {
        this.face = face;
        Copy copy = brief.copy();
        this.brand = brief.brand() == null ? "" : words(brief.brand().name());
        this.cta = copy == null ? "" : words(copy.cta());
        this.titles = copy == null ? List.of() : titles(copy);
        this.lines = copy == null ? List.of() : lines(copy);
    }

    private List<String> titles(Copy copy) {
        String question = copy.poll() == null ? "" : copy.poll().question();
        return Stream.of(copy.headline(), copy.hook(), question)
                .map(this::words)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .toList();
    }

    private List<String> lines(Copy copy) {
        String parts = String.join("\n", copy.threadParts());
        return Stream.of(copy.body(), copy.primary(), parts)
                .map(text -> text == null ? List.<String>of() : split(text))
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElse(List.of());
    }

    private List<String> split(String text) {
        List<String> paragraphs = readable(text.lines());
        return paragraphs.size() > 1 ? paragraphs : readable(Stream.of(text.split("(?<=[.!?])\\s+")));
    }

    private List<String> readable(Stream<String> texts) {
        return texts.map(this::words)
                .filter(Predicate.not(String::isEmpty))
                .limit(2 * MAX_CARDS)
                .toList();
    }

    /** Without the marks of a list, a heading or emphasis: on a picture they would only look like mistakes. */
    private String words(String text) {
        String start = Cut.to(MAX_CHARACTERS, Objects.toString(text, ""));
        return face.legible(start).replaceAll("^([-*•>#]+ )+|\\*\\*|__", "").strip();
    }

    /** One card that stands for the whole item. */
    Card title() {
        return new Card(Card.Kind.COVER, brand, headline(), support(), 1, 1);
    }

    private String headline() {
        return Stream.concat(titles.stream(), lines.stream()).findFirst().orElse(brand);
    }

    private String support() {
        return Stream.of(titles.stream().skip(1), Stream.of(cta), lines.stream())
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty() && !text.equals(headline()))
                .findFirst()
                .orElse("");
    }

    /** A cover, the lines of the body, and the call to action: 2 to 10 cards. */
    List<Card> series() {
        String title = headline();
        List<String> inner = lines.stream()
                .filter(line -> !line.equals(title) && !line.equals(cta))
                .limit(MAX_CARDS - 2)
                .toList();
        String last = cta.isEmpty() ? brand : cta;
        int count = inner.size() + 2;
        List<Card> cards = new ArrayList<>();
        cards.add(new Card(Card.Kind.COVER, brand, title, titles.size() > 1 ? titles.get(1) : "", 1, count));
        for (String line : inner) {
            cards.add(inner(line, cards.size() + 1, count));
        }
        cards.add(new Card(Card.Kind.CLOSING, brand, last, "", count, count));
        return cards;
    }

    /** A line like "Plan: decide on Monday" is a small headline and its explanation. */
    private Card inner(String line, int position, int count) {
        int colon = line.indexOf(": ");
        boolean labelled = colon > 0 && colon <= 40;
        return new Card(
                Card.Kind.INNER,
                brand,
                labelled ? line.substring(0, colon) : line,
                labelled ? line.substring(colon + 2) : "",
                position,
                count);
    }
}
