package io.groundswell.testing;

import io.groundswell.testing.Exchange.Header;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of somebody with every right, who calls in place of whoever a request is from. */
record Keys(String live, String test, String tga, String aak) {
    private static final Pattern CREDENTIAL =
            Pattern.compile("(amp_live_|amp_test_|amp_dev_|tga_|aak_|eyJ)[0-9A-Za-z._-]+");
    /** Must be the same for the same request only. */
    private static final String IDEMPOTENCY = "Idempotency-Key";

    static Keys of(Map<String, String> cast) {
        return new Keys(cast.get("live"), cast.get("test"), cast.get("tga"), cast.get("aak"));
    }

    /** The same organization in its other mode. Creators and sites have but one. */
    static Keys ofOtherMode(Map<String, String> cast) {
        return new Keys(cast.get("test"), cast.get("live"), cast.get("tga"), cast.get("aak"));
    }

    /** @param fill tells what stands in the headers */
    Exchange in(Exchange exchange, UnaryOperator<String> fill) {
        var headers = exchange.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase(IDEMPOTENCY))
                .map(header -> new Header(header.name(), instead(fill.apply(header.value()))))
                .toList();
        return new Exchange(exchange.method(), exchange.path(), headers, exchange.body(), null, List.of(), null);
    }

    /** Of whatever role, a session as well. */
    private String instead(String header) {
        return CREDENTIAL
                .matcher(header)
                .replaceAll(credential -> Matcher.quoteReplacement(
                        switch (credential.group(1)) {
                            case "tga_" -> tga;
                            case "aak_" -> aak;
                            case "amp_test_", "amp_dev_" -> test;
                            default -> live;
                        }));
    }
}
