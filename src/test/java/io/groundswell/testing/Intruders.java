package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Others who ask for what is not theirs: another organization, and the same one in its other mode. */
final class Intruders {
    private static final Pattern NAMED = Pattern.compile("\\{\\{[a-z0-9_]+}}");
    /** People and keys of an organization, whichever mode somebody works in. */
    private static final List<String> OF_BOTH_MODES = List.of("/v1/tenant/", "/v1/connect/", "/v1/auth/", "/v1/brand");

    private final Player player;
    private final String organization;
    private final Belongings belongings;
    private final Map<String, String> theirs;
    private final Map<String, String> otherMode;
    private final Set<String> asked = new TreeSet<>();

    Intruders(Player player, Map<String, String> cast, Belongings belongings) {
        this.player = player;
        this.organization = cast.get("organization");
        this.belongings = belongings;
        var stranger = Api.organization();
        theirs = Map.of(
                "{{live}}", stranger.live(),
                "{{test}}", stranger.test(),
                "{{tga}}", stranger.tga(),
                "{{aak}}", stranger.aak());
        otherMode = Map.of("{{live}}", cast.get("test"), "{{test}}", cast.get("live"));
    }

    /** Methods and paths that were asked for, without their queries. */
    Set<String> asked() {
        return asked;
    }

    void tryFirst(Exchange exchange) {
        if (!namesAThing(exchange) || exchange.status() >= 300) {
            return;
        }
        var before = belongings.of(organization);
        intrude(exchange, theirs, before);
        if (OF_BOTH_MODES.stream().noneMatch(exchange.path()::startsWith)) {
            intrude(exchange, otherMode, before);
        }
    }

    private static boolean namesAThing(Exchange exchange) {
        return NAMED.matcher(path(exchange)).find();
    }

    private static String path(Exchange exchange) {
        return exchange.path().replaceFirst("\\?.*", "");
    }

    private void intrude(Exchange exchange, Map<String, String> keys, Map<String, String> before) {
        var headers = new ArrayList<Exchange.Header>();
        var changed = false;
        for (var header : exchange.headers()) {
            var value = header.value();
            for (var key : keys.entrySet()) {
                value = value.replace(key.getKey(), key.getValue());
            }
            changed |= !value.equals(header.value());
            headers.add(new Exchange.Header(header.name(), value));
        }
        if (changed) {
            refused(exchange, headers, before);
        }
    }

    private void refused(Exchange exchange, List<Exchange.Header> headers, Map<String, String> before) {
        var answer = player.send(
                new Exchange(exchange.method(), exchange.path(), headers, exchange.body(), null, List.of(), null));
        var told = "%s %s by somebody else%n%s".formatted(exchange.method(), exchange.path(), answer.body());
        assertThat(answer.statusCode()).as(told).isIn(401, 403, 404);
        assertThat(belongings.of(organization)).as(told).isEqualTo(before);
        asked.add(exchange.method() + " " + path(exchange));
    }
}
