package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.semconv.UrlAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracedAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/missions/msn_1, /v1/missions/msn_1",
        "/review, /review",
        "/v1/content/cnt_1/review/links, /v1/content/cnt_1/review/links",
        "/review/rvw_secret, REDACTED",
        "//review/rvw_secret, REDACTED",
        "/Review/rvw_secret, REDACTED",
        "/%72eview/rvw_secret, REDACTED",
    })
    void of_a_path_only_what_is_no_secret_is_told(String path, String told) {
        assertThat(told(UrlAttributes.URL_PATH, path)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"key=aak_secret", "expires=1&signature=secret", "''"})
    void nothing_of_a_query_is_told(String query) {
        assertThat(told(UrlAttributes.URL_QUERY, query)).isEqualTo("REDACTED");
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example/services/secret?token=secret, https://hooks.example/REDACTED",
        "https://hooks.example:8443?token=secret, https://hooks.example:8443/REDACTED",
        "https://ada:secret@hooks.example/a@b, https://hooks.example/REDACTED",
        "https://hooks.example, https://hooks.example",
    })
    void of_what_is_called_the_host_is_told(String address, String told) {
        assertThat(told(UrlAttributes.URL_FULL, address)).isEqualTo(told);
    }

    @Test
    void what_is_missing_stays_so() {
        assertThat(begun(UrlAttributes.URL_PATH, "/health").getAttribute(UrlAttributes.URL_QUERY))
                .isNull();
    }

    private static String told(AttributeKey<String> name, String value) {
        return begun(name, value).getAttribute(name);
    }

    private static ReadWriteSpan begun(AttributeKey<String> name, String value) {
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(new TracedAddresses())
                .build()) {
            return (ReadWriteSpan) provider.get("test")
                    .spanBuilder("GET")
                    .setParent(Context.root())
                    .setAttribute(name, value)
                    .startSpan();
        }
    }
}
