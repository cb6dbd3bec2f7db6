package io.groundswell.publishing.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void paragraphs_and_entities_are_the_servers_way_to_write() {
        assertThat(Words.same("Tom & Jo's\n\n<3", "<p>Tom &amp; Jo&#39;s</p><p>&lt;3</p>"))
                .isTrue();
        assertThat(Words.same("a&b", "<p>a&#x26;b</p>")).isTrue();
    }

    @Test
    void a_mention_is_shown_without_its_server() {
        var html =
                "<p>Thanks <span class=\"h-card\"><a href=\"https://b.example/@ann\">@<span>ann</span></a></span>!</p>";
        assertThat(Words.same("Thanks @ann@b.example!", html)).isTrue();
        assertThat(Words.same("Thanks @bob@b.example!", html)).isFalse();
    }

    @Test
    void an_address_is_shown_in_pieces() {
        assertThat(
                        Words.same(
                                "See https://example.com/long",
                                "<p>See <a href=\"https://example.com/long\"><span class=\"invisible\">https://</span>"
                                        + "<span class=\"ellipsis\">example.com</span><span class=\"invisible\">/long</span></a></p>"))
                .isTrue();
    }

    @Test
    void other_words_are_another_post() {
        assertThat(Words.same("Hello", "<p>Hello!</p>")).isFalse();
        assertThat(Words.same("", "<p>Hello</p>")).isFalse();
    }

    @Test
    void what_a_server_never_closes_is_looked_through_once() {
        assertThat(Words.same("Ship it", "<".repeat(1_000_000))).isFalse();
    }
}
