package io.groundswell.site;

import java.util.List;

/** TEMPORARY. */
public record AllowedOrigins(List<String> origins) {
    public static AllowedOrigins of(String text) {
        return new AllowedOrigins(List.of(text.split(",")));
    }

    public boolean allow(String origin) {
        return origin == null || origins.contains("*") || origins.contains(origin);
    }
}
