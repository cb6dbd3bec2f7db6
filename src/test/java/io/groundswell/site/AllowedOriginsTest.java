package io.groundswell.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.shared.Refusal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.com, https://example.com",
        "https://example.com/, https://example.com",
        "HTTPS://EXAMPLE.Com, https://example.com",
        "https://example.com:443, https://example.com",
        "http://example.com:80, http://example.com",
        "https://example.com:80, https://example.com:80",
        "http://example.com:443, http://example.com:443",
        "http://example.com:08080, http://example.com:8080",
        "http://localhost:3000, http://localhost:3000",
        "http://192.0.2.7:8080, http://192.0.2.7:8080",
        "http://[2001:DB8::1]:8080, http://[2001:db8::1]:8080",
        "https://my_site.example.com, https://my_site.example.com",
        "https://bücher.example, https://xn--bcher-kva.example",
        "https://BÜCHER.example, https://xn--bcher-kva.example",
        "https://XN--bcher-kva.example, https://xn--bcher-kva.example",
        "https://例え.テスト, https://xn--r8jz45g.xn--zckzah",
        "https://example.com., https://example.com."
    })
    void an_origin_is_kept_as_browsers_write_it(String given, String kept) {
        assertThat(AllowedOrigins.parse(given)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "//example.com",
                "https://",
                "https:///",
                "https://example.com/path",
                "https://example.com/?a",
                "https://example.com#a",
                "https://ada@example.com",
                "https://example.com:0",
                "https://example.com:65536",
                "https://example.com:99999",
                "https://example.com:123456",
                "https://example.com:",
                "https://example.com:8o",
                "https://*.example.com",
                "https://exa mple.com",
                "https://exam%70le.com",
                "https://-example.com",
                "https://example-.com",
                "https://a..example.com",
                "https://.example.com",
                "https://straße.example",
                "https://[example]",
                "ftp://example.com",
                "javascript:alert(1)",
                "null",
                "https://example.com https://example.org",
                "https://example.com;https://example.org"
            })
    void what_is_no_origin_is_refused(String given) {
        var thrown = catchThrowableOfType(Refusal.class, () -> AllowedOrigins.parse(given));
        assertThat(thrown.code()).isEqualTo(SiteError.INVALID_ORIGINS);
        assertThat(thrown.violations().get(0).param()).isEqualTo("allowed_origins");
        assertThat(thrown).hasMessageContaining("'" + given + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ",", "https://example.com,", ",https://example.com", "*,*,", "https://a.example,,*"})
    void an_empty_entry_is_refused(String given) {
        assertThat(catchThrowableOfType(Refusal.class, () -> AllowedOrigins.parse(given)))
                .hasMessageContaining("empty entry");
    }

    @Test
    void long_texts_are_refused_and_not_repeated_in_full() {
        for (var given : new String[] {
            "https://" + "a".repeat(64) + ".com",
            "https://" + "a.".repeat(130) + "com",
            "x".repeat(1_000_000),
            "x".repeat(299) + "🦆".repeat(10)
        }) {
            var thrown = catchThrowableOfType(Refusal.class, () -> AllowedOrigins.parse(given));
            assertThat(thrown.getMessage()).hasSizeLessThan(450).doesNotContainPattern("\\p{Cs}");
        }
    }

    @Test
    void a_star_stands_alone() {
        assertThat(AllowedOrigins.parse(" * ")).isEqualTo(AllowedOrigins.ANY);
        assertThat(AllowedOrigins.parse("*,*")).isEqualTo(AllowedOrigins.ANY);
        assertThat(catchThrowableOfType(Refusal.class, () -> AllowedOrigins.parse("https://example.com,*")))
                .hasMessageContaining("leave the others out");
    }

    @Test
    void there_are_at_most_twenty() {
        assertThat(AllowedOrigins.parse(several(20)).origins()).hasSize(20);
        assertThat(AllowedOrigins.parse(several(19) + "," + several(1)).origins())
                .hasSize(19);
        for (var given : new String[] {several(21), several(1_000), several(20) + ",https://0.example.com"}) {
            assertThat(catchThrowableOfType(Refusal.class, () -> AllowedOrigins.parse(given)))
                    .hasMessageContaining("at most 20");
        }
    }

    private static String several(int count) {
        return IntStream.range(0, count)
                .mapToObj("https://%d.example.com"::formatted)
                .collect(Collectors.joining(","));
    }

    @Test
    void what_is_kept_is_read_as_the_same_again() {
        var origins = AllowedOrigins.parse("https://Example.com , http://localhost:3000/,https://bücher.example:8443");
        assertThat(AllowedOrigins.parse(origins.toString())).isEqualTo(origins);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com, true",
        "https://EXAMPLE.com:443, true",
        "http://localhost:3000, true",
        "http://example.com, false",
        "https://example.com:8443, false",
        "https://www.example.com, false",
        "https://example.com.evil.example, false",
        "https://evil.example/https://example.com, false",
        "null, false",
        "'', false",
        "*, false"
    })
    void a_page_of_a_listed_origin_may_send(String origin, boolean allowed) {
        var origins = AllowedOrigins.parse("https://example.com,http://localhost:3000");
        assertThat(origins.allows(origin)).isEqualTo(allowed);
        assertThat(AllowedOrigins.ANY.allows(origin)).isTrue();
    }

    @Test
    void whoever_tells_no_origin_is_no_browser_and_may_send() {
        assertThat(AllowedOrigins.parse("https://example.com").allows(null)).isTrue();
    }
}
