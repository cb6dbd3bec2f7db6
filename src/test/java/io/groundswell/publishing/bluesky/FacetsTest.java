package io.groundswell.publishing.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class FacetsTest {
    private static Optional<String> did(String handle) {
        return handle.equals("friend.example") ? Optional.of("did:plc:friend") : Optional.empty();
    }

    /** What the facets mark, cut out of the bytes. */
    private static List<String> marked(String text) {
        var bytes = text.getBytes(UTF_8);
        return StreamSupport.stream(Facets.of(text, FacetsTest::did).spliterator(), false)
                .map(facet -> facet.path("index"))
                .map(place -> new String(
                        Arrays.copyOfRange(
                                bytes,
                                place.path("byteStart").asInt(),
                                place.path("byteEnd").asInt()),
                        UTF_8))
                .toList();
    }

    @Test
    void places_are_counted_in_bytes() {
        assertThat(marked("Grüße 👋 von https://example.com/ä – #Köln"))
                .containsExactly("https://example.com/ä", "#Köln");
    }

    @Test
    void a_sentence_keeps_its_marks() {
        assertThat(marked("Read (https://example.com/a?b=c&d), then https://example.com/x."))
                .containsExactly("https://example.com/a?b=c&d", "https://example.com/x");
    }

    @Test
    void brackets_that_an_address_opens_are_its_own() {
        assertThat(marked("https://en.wikipedia.org/wiki/Mercury_(planet)"))
                .containsExactly("https://en.wikipedia.org/wiki/Mercury_(planet)");
        assertThat(marked(
                        "Two (https://example.com/a_(b)_(c)), [https://example.com/x[1]]. {https://example.com/{id}}!"))
                .containsExactly(
                        "https://example.com/a_(b)_(c)", "https://example.com/x[1]", "https://example.com/{id}");
        assertThat(marked("See (or not: https://example.com/a(b).)")).containsExactly("https://example.com/a(b)");
    }

    @Test
    void a_hash_in_the_brackets_of_an_address_is_no_tag() {
        assertThat(marked("https://example.com/a_(#b) #c")).containsExactly("https://example.com/a_(#b)", "#c");
    }

    @Test
    void nothing_but_marks_behind_its_scheme_is_no_address() {
        assertThat(marked("https://). https:// http://...")).isEmpty();
    }

    @Test
    void a_fragment_a_number_and_a_word_with_a_hash_in_it_are_no_tags() {
        assertThat(marked("https://example.com/#top #1 C#sharp #2nd"))
                .containsExactly("https://example.com/#top", "#2nd");
    }

    @Test
    void a_tag_is_named_without_its_mark() {
        assertThat(Facets.of("#API", FacetsTest::did).at("/0/features/0/tag").asText())
                .isEqualTo("API");
        assertThat(Facets.of("#" + "x".repeat(65), FacetsTest::did)).isEmpty();
    }

    @Test
    void whoever_has_the_handle_is_mentioned() {
        assertThat(marked("👩‍👩‍👧 Thanks, @friend.example! (@friend.example) and @nobody.example"))
                .containsExactly("@friend.example", "@friend.example");
        assertThat(Facets.of("@friend.example", FacetsTest::did)
                        .at("/0/features/0/did")
                        .asText())
                .isEqualTo("did:plc:friend");
    }

    @Test
    void a_mail_address_and_a_bare_word_mention_nobody() {
        assertThat(marked("jo@friend.example @friend https://friend.example/@friend.example"))
                .containsExactly("https://friend.example/@friend.example");
    }
}
