package io.groundswell.testing;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hears every call of the tests: keeps the secrets that it carries in mind, and lets no answer set a cookie. */
final class Witness implements Filter {
    /** Tokens of sites are public. The beginnings of keys are told on purpose. */
    private static final Pattern FIELD = Pattern.compile(
            "\"\\w*(?:password|secret|(?<!project_)token|api_?key)\"\\s*:\\s*\"([^\"\\\\]+)\"|\"((?:amp|tga|aak)_\\w{30,})\"",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("/review/(\\w{32})|[?&](?:signature|key)=([^&\"\\s]+)");
    private static final Pattern WITH_SECRETS = Pattern.compile("/(v1|api/v1|internal|account)(/.*)?");

    private Witness() {}

    /** Has all calls of REST Assured heard. */
    static void listen() {
        if (RestAssured.filters().stream().noneMatch(Witness.class::isInstance)) {
            RestAssured.filters(new PlainPaths(), new Witness());
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext next) {
        var answer = next.next(request, expected);
        refuseCookies(answer.headers().getValues("Set-Cookie"), request.getURI());
        if (answer.statusCode() < 300) {
            var headers = request.getHeaders();
            Stream.of("Authorization", "X-API-Key").map(headers::getValue).forEach(Witness::hearCredential);
            hear(request.getURI(), request.getBody() instanceof String sent ? sent : "");
            if (String.valueOf(answer.contentType()).startsWith("application/json")) {
                hear(request.getURI(), answer.asString());
            }
        }
        return answer;
    }

    static void hear(HttpResponse<String> answer, String sent) {
        var address = answer.request().uri().toString();
        refuseCookies(answer.headers().allValues("Set-Cookie"), address);
        if (answer.statusCode() < 300) {
            Stream.of("Authorization", "X-API-Key")
                    .flatMap(name -> answer.request().headers().allValues(name).stream())
                    .forEach(Witness::hearCredential);
            hear(address, sent);
            hear(address, answer.body());
        }
    }

    private static void refuseCookies(List<String> set, String address) {
        if (!set.isEmpty()) {
            throw new AssertionError("%s sets the cookie %s".formatted(address, set));
        }
    }

    private static void hearCredential(String header) {
        if (header != null) {
            Secrets.use(header.replaceFirst("(?i)^Bearer ", ""));
        }
    }

    private static void hear(String address, String text) {
        keep(ADDRESS, address);
        keep(ADDRESS, text);
        if (WITH_SECRETS.matcher(address.replaceFirst("^https?://[^/]*", "")).matches()) {
            keep(FIELD, text);
        }
    }

    private static void keep(Pattern pattern, String text) {
        pattern.matcher(text).results().flatMap(Witness::groups).forEach(Secrets::use);
    }

    private static Stream<String> groups(MatchResult found) {
        return Stream.iterate(1, group -> group <= found.groupCount(), group -> group + 1)
                .map(found::group)
                .filter(Objects::nonNull);
    }
}
