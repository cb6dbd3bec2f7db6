package io.groundswell.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a credential of the missions contract may do. {@code admin} implies all others. */
public enum Scope {
    MISSIONS_READ("missions:read"),
    MISSIONS_WRITE("missions:write"),
    CONTENT_READ("content:read"),
    CONTENT_WRITE("content:write"),
    ANALYTICS_READ("analytics:read"),
    INTEGRATIONS_READ("integrations:read"),
    INTEGRATIONS_WRITE("integrations:write"),
    ADMIN("admin");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    public static Optional<Scope> named(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Scope::toString).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
