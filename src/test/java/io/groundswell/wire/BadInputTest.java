package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.testing.Api;
import io.groundswell.testing.RawHttp;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: no 500, nothing stored, an answer that can be traced and that names no class of ours. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BadInputTest {
    private static final int LIMIT = 1_048_576;
    private static final String[] INTERNALS = {
        "jackson", "Unexpected character", "io.groundswell", "java.", "Exception", "Request[", "Record", "start marker"
    };

    private Api.Organization organization;

    @BeforeEach
    void someone() {
        organization = Api.organization();
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                body("deep arrays", "[".repeat(1_000) + "]".repeat(1_000)),
                body("deep objects in a known field", "{\"name\":" + "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_001)),
                body(
                        "deep arrays in an unknown field",
                        "{\"name\":\"x\",\"other\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}"),
                bytes("invalid UTF-8", "{\"name\":\"", new byte[] {(byte) 0xc3, 0x28}, "\"}"),
                bytes("overlong UTF-8", "{\"name\":\"", new byte[] {(byte) 0xc0, (byte) 0x80}, "\"}"),
                bytes("UTF-8 surrogate", "{\"name\":\"", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, "\"}"),
                bytes("UTF-16", "", "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16), ""),
                wide("UTF-16LE"),
                wide("UTF-16BE"),
                wide("UTF-32LE"),
                wide("UTF-32BE"),
                bytes("raw NUL", "{\"name\":\"a", new byte[] {0}, "b\"}"),
                body("escaped NUL", "{\"name\":\"a\\u0000b\"}"),
                body("lone surrogate", "{\"name\":\"a\\ud800\"}"),
                body("lone surrogate in an enum", "{\"name\":\"a\",\"environment\":\"\\ud800\"}"),
                body("lone surrogate in a list", "{\"name\":\"a\",\"scopes\":[\"\\udc00\"]}"),
                body("blanks for a number", "{\"name\":\"a\",\"expires_in_days\":\" \"}"),
                body("an escaped NUL for a number", "{\"name\":\"a\",\"expires_in_days\":\"\\u0000\"}"),
                body("no text for a number", "{\"name\":\"a\",\"expires_in_days\":\"\"}"),
                body("past 64 bits", "{\"name\":\"a\",\"expires_in_days\":99999999999999999999}"),
                body("past 32 bits", "{\"name\":\"a\",\"expires_in_days\":2147483648}"),
                body("1e400", "{\"name\":\"a\",\"expires_in_days\":1e400}"),
                body("huge exponent", "{\"name\":\"a\",\"expires_in_days\":1e999999999}"),
                body("tiny exponent", "{\"name\":\"a\",\"expires_in_days\":1e-9999999999}"),
                body("tiny exponent in an unknown field", "{\"name\":\"a\",\"other\":1e-9999999999}"),
                body("long number", "{\"name\":\"a\",\"expires_in_days\":" + "9".repeat(100_000) + "}"),
                body("long number in an unknown field", "{\"name\":\"a\",\"other\":" + "9".repeat(100_000) + "}"),
                body("long field name", "{\"name\":\"a\",\"" + "n".repeat(100_000) + "\":1}"),
                body("duplicate key", "{\"name\":\"a\",\"name\":\"b\"}"),
                body("an array", "[{\"name\":\"a\"}]"),
                body("null", "null"),
                body("a number", "5"),
                body("text", "\"name\""),
                body("true", "true"),
                body("trailing garbage", "{\"name\":\"a\"}}"),
                body("two objects", "{\"name\":\"a\"}{\"name\":\"b\"}"),
                body("only blanks", "   \n "),
                body("a comment", "{\"name\":\"a\"/*x*/}"),
                body("single quotes", "{'name':'a'}"),
                body("NaN", "{\"name\":\"a\",\"expires_in_days\":NaN}"),
                body("half a body", "{\"name\":\"a"));
    }

    private static Arguments body(String what, String text) {
        return Arguments.of(what, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without a mark of the order of its bytes. */
    private static Arguments wide(String charset) {
        return Arguments.of(charset, "{\"name\":\"x\"}".getBytes(Charset.forName(charset)));
    }

    private static Arguments bytes(String what, String before, byte[] bad, String after) {
        var head = before.getBytes(StandardCharsets.UTF_8);
        var tail = after.getBytes(StandardCharsets.UTF_8);
        var all = new byte[head.length + bad.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(bad, 0, all, head.length, bad.length);
        System.arraycopy(tail, 0, all, head.length + bad.length, tail.length);
        return Arguments.of(what, all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void a_bad_body_is_refused(String what, byte[] body) throws IOException {
        var answer = create("Content-Type: application/json", body);
        assertRefused(answer, 400);
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/xml", "multipart/form-data", "nonsense", "a/b/c"})
    void a_body_of_another_type_is_refused(String type) throws IOException {
        var answer = create("Content-Type: " + type, "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8));
        assertRefused(answer, 400);
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/track", "/track/batch", "/identify"})
    void events_in_another_encoding_are_refused(String path) throws IOException {
        var body = "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16LE);
        var head = "POST %s HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: %d";
        var answer = RawHttp.send(head.formatted(path, body.length), "Accept: */*", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("The body is not valid UTF-8");
    }

    @Test
    void json_in_another_charset_is_refused() throws IOException {
        var body = "{\"name\":\"Grün\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(create("Content-Type: application/json; charset=iso-8859-1", body), 400);
        assertNothingStored();
    }

    @Test
    void a_body_that_declares_too_much_is_refused_before_it_is_sent() throws IOException {
        var answer = RawHttp.send("POST /v1/auth/keys HTTP/1.1\r\nContent-Length: " + (LIMIT + 1), key(), new byte[0]);
        assertRefused(answer, 413);
    }

    @Test
    void a_chunked_body_that_is_too_long_is_refused() throws IOException {
        for (var size : new int[] {LIMIT + 1, 5 * LIMIT}) {
            var chunk = RawHttp.chunked("{\"name\":\"" + "x".repeat(size) + "\"}");
            var answer = RawHttp.send("POST /v1/auth/keys HTTP/1.1\r\nTransfer-Encoding: chunked", key(), chunk);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
            assertRefused(answer, 413);
        }
        assertNothingStored();
    }

    @Test
    void a_body_of_exactly_the_limit_is_read() throws IOException {
        var empty = "{\"name\":\"a\",\"other\":\"\"}";
        var body = empty.replace("\"\"}", "\"" + "x".repeat(LIMIT - empty.length()) + "\"}");
        var answer = create("Content-Type: application/json", body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/auth/keys?limit=%00",
                "/v1/auth/keys?limit=%E4",
                "/v1/auth/keys?starting_after=%ED%A0%80",
                "/v1/auth/keys?starting_after=%C0%80",
                "/v1/auth/keys?starting_after='%3B--",
                "/v1/auth/keys?limit=1&limit=abc&starting_after=x",
                "/v1/auth/keys/%00",
                "/v1/auth/keys?limit=2147483648",
                "/v1/auth/keys?limit=%EF%BC%95",
                "/v1/auth/keys?limit=%",
                "/v1/auth/keys?limit=%4",
                "/v1/auth/keys?limit=5%",
                "/v1/tenant?x=%zz",
                "/v1/auth/keys/%zz",
                "/v1/%",
                "/v1/auth/keys?limit=\u00E4",
                "/v1/auth/keys?limit={5}",
                "/v1/auth/keys?limit=5|",
                "/v1/auth/keys/<a>",
                "/v1/auth/keys/a^b#c#d"
            })
    void a_bad_address_is_refused(String path) throws IOException {
        var answer = RawHttp.send("GET " + path + " HTTP/1.1", key(), new byte[0]);
        assertThat(answer.status()).as(answer.toString()).isIn(400, 404, 405);
        assertRefused(answer, answer.status());
    }

    /** The key is there, and would be revoked. */
    @ParameterizedTest
    @ValueSource(strings = {";b", ";b=c", "/x/..", "/x/%2e%2E", "/x/../", "/.", "/%2E", "/", "//"})
    void a_path_that_would_lead_to_something_else_is_refused(String more) throws IOException {
        var id = Api.as(organization.live())
                .body(Map.of("name", "a"))
                .post("/v1/auth/keys")
                .<String>path("id");
        var answer = RawHttp.send("DELETE /v1/auth/keys/" + id + more + " HTTP/1.1", key(), new byte[0]);
        assertRefused(answer, 400);
        assertThat(Api.as(organization.live()).get("/v1/auth/keys").<Integer>path("total"))
                .isEqualTo(3);
    }

    /** What is no HTTP ends where HTTP is read, before anything of ours: a proxy may have read it differently. */
    @Test
    void a_byte_that_no_address_has_is_refused() throws IOException {
        var answer = RawHttp.send("GET /v1/tenant?x=\u0000 HTTP/1.1", key(), new byte[0]);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void a_request_that_names_no_host_is_refused() throws IOException {
        var all = "GET /v1/tenant HTTP/1.1\r\nConnection: close\r\n" + key() + "\r\n\r\n";
        assertRefused(RawHttp.send(all, new byte[0]), 400);
    }

    @Test
    void a_blank_tenant_is_none() throws IOException {
        var answer = RawHttp.send("GET /v1/tenant HTTP/1.1\r\nX-Tenant-ID:  ", key(), new byte[0]);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void a_long_address_and_long_headers_are_refused() throws IOException {
        var number = RawHttp.send("GET /v1/auth/keys?limit=" + "9".repeat(3_000) + " HTTP/1.1", key(), new byte[0]);
        assertRefused(number, 400);
        var longer = RawHttp.send("GET /v1/" + "x".repeat(200_000) + " HTTP/1.1", key(), new byte[0]);
        assertRefused(longer, 414);
        var endless = RawHttp.send("GET /v1/" + "x".repeat(300_000) + " HTTP/1.1", key(), new byte[0]);
        assertThat(endless.status()).as(endless.toString()).isEqualTo(414);
        var address = RawHttp.send("GET /v1/tenant?a=" + "x".repeat(9_000) + " HTTP/1.1", key(), new byte[0]);
        assertRefused(address, 414);
        var headers = RawHttp.send("GET /v1/tenant HTTP/1.1\r\nX-Long: " + "x".repeat(40_000), key(), new byte[0]);
        assertRefused(headers, 431);
        var header = RawHttp.send("GET /v1/tenant HTTP/1.1\r\nX-Long: " + "x".repeat(100_000), key(), new byte[0]);
        assertThat(header.status()).as(header.toString()).isEqualTo(431);
    }

    private RawHttp.Answer create(String header, byte[] body) throws IOException {
        var head = "POST /v1/auth/keys HTTP/1.1\r\n" + header + "\r\nContent-Length: " + body.length;
        return RawHttp.send(head, key(), body);
    }

    private String key() {
        return "Authorization: Bearer " + organization.live();
    }

    private void assertRefused(RawHttp.Answer answer, int status) throws IOException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("x-request-id")).as(answer.toString()).isNotNull();
        JsonNode error = new ObjectMapper().readTree(answer.body()).path("error");
        assertThat(error.path("request_id").textValue()).isEqualTo(answer.header("x-request-id"));
        assertThat(error.path("code").asText()).isNotEmpty();
        assertThat(error.path("message").asText()).isNotEmpty().doesNotContainIgnoringCase(INTERNALS);
    }

    private void assertNothingStored() {
        var keys = Api.as(organization.live()).get("/v1/auth/keys");
        assertThat(keys.<Integer>path("total")).isEqualTo(2);
    }
}
