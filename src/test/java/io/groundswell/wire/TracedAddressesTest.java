package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.semconv.ClientAttributes;
import io.opentelemetry.semconv.NetworkAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.opentelemetry.semconv.UserAgentAttributes;
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
        "/projects/prj_1/users/ada, REDACTED",
        "//projects//prj_1//users/ada/b, REDACTED",
        "/projects/prj_1/events, /projects/prj_1/events",
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
    void nothing_is_told_by_which_a_visitor_could_be_known() {
        assertThat(told(ClientAttributes.CLIENT_ADDRESS, "203.0.113.7")).isEqualTo("REDACTED");
        assertThat(told(UserAgentAttributes.USER_AGENT_ORIGINAL, "Mozilla/5.0 (X11)"))
                .isEqualTo("REDACTED");
    }

    /** From a request that names no host the framework takes the address of the client instead, when the span ends. */
    @Test
    void nor_is_it_when_the_span_ends() {
        var span = begun(UrlAttributes.URL_PATH, "/track");
        span.setAttribute(NetworkAttributes.NETWORK_PEER_ADDRESS, "203.0.113.7");
        span.end();
        assertThat(span.getAttribute(NetworkAttributes.NETWORK_PEER_ADDRESS)).isEqualTo("REDACTED");
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
