package io.groundswell.wire.envelope;

import io.groundswell.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the creators contract says that a key lacks a scope. */
public final class EnvelopeScopes {
    private static final List<String> NAMES = List.of("read", "write");

    private EnvelopeScopes() {}

    public static Refusal missing(String required, Set<String> held) {
        var granted = NAMES.stream().filter(held::contains).toList();
        return Refusal.of(
                        EnvelopeCode.INSUFFICIENT_SCOPE,
                        "This action requires the '%s' scope. Granted: [%s]",
                        required,
                        String.join(", ", granted))
                .with(Map.of("required", required, "granted", granted));
    }
}
