package io.groundswell.publishing.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted besides 23 for the one address in the text. */
class LengthTest {
    private static void assertBesides(int characters, String text) {
        assertThat(Length.of(text)).as(text).isEqualTo(23 + characters);
    }

    @Test
    void an_address_counts_the_same_however_long_it_is() {
        assertBesides(0, "https://t.co/a");
        assertBesides(0, "HTTPS://Example.com");
        assertBesides(5, "Read https://sub.example.com:8080/a/very/long/path/that/is/cut?x=1&y=2#z");
        assertBesides(0, "https://example.com?q=" + "x".repeat(100));
        assertBesides(0, "https://xn--e1afmkfd.xn--p1ai/" + "x".repeat(100));
        assertThat(Length.of("https://example.com/a\u3000https://example.com/b"))
                .isEqualTo(47);
    }

    @Test
    void what_is_glued_to_a_host_counts_in_full() {
        assertBesides("。続きの文".length(), "https://example.com。続きの文");
        assertBesides("続きの文".length(), "https://example.com続きの文");
        assertBesides(200, "https://example.com。" + "文".repeat(199));
    }

    @ParameterizedTest
    @CsvSource({
        "(https://example.com/a)., 3",
        "https://example.com/a., 1",
        "https://example.com/a?!, 2",
        "https://example.com/a)b, 2",
        "https://example.com/a<b>, 3",
        "'\"https://example.com/a\"', 2",
        "'https://example.com/a, and', 5",
        "https://example.com/a.?b=c, 5",
        "https://example.com/?a=b).c, 0",
        "https://example.com/?a=b)., 2",
        "https://example.com/?a=b{c}, 3",
    })
    void what_the_server_leaves_to_the_sentence_counts_in_full(String text, int characters) {
        assertBesides(characters, text);
    }

    @Test
    void brackets_that_an_address_opens_and_closes_are_its_own() {
        assertBesides(0, "https://en.wikipedia.org/wiki/Mercury_(planet)");
        assertBesides(2, "(https://en.wikipedia.org/wiki/Mercury_(planet))");
        assertBesides(0, "https://example.com/a_(b(c)d)/e");
        assertBesides(11, "https://example.com/a_(b(c(d)e)f)");
    }

    /** Servers take such letters for a part of the path, as they are in addresses of Wikipedia. */
    @Test
    void letters_beyond_ascii_are_part_of_a_path_and_a_query() {
        assertBesides(0, "https://de.wikipedia.org/wiki/Köln_Hauptbahnhof?frage=größe");
        assertBesides(1, "https://ja.wikipedia.org/wiki/日本」");
    }

    @Test
    void more_is_counted_of_what_may_be_no_address_to_the_server() {
        assertBesides("localhost/path".length(), "http://localhost/path");
        assertBesides("127.0.0.1/path".length(), "http://127.0.0.1/path");
        assertBesides("köln.de/path".length(), "https://köln.de/path");
        assertBesides("example.com@elsewhere".length(), "https://example.com@elsewhere");
        assertBesides("xexample.com/path".length(), "xhttps://example.com/path");
    }

    /** Without a description, which would be as long as the text. */
    @Test
    void a_long_text_is_measured_as_well() {
        assertThat(Length.of("https://example.com/" + "(a)".repeat(50_000) + "!".repeat(50_000)))
                .isEqualTo(50_023);
        assertThat(Length.of("https://example.com/?" + "a".repeat(100_000))).isEqualTo(23);
        assertThat(Length.of("https://" + "a.".repeat(50_000))).isGreaterThan(100_000);
    }
}
