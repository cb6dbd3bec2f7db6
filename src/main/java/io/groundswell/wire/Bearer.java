package io.groundswell.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

/** The credential in {@code Authorization: Bearer}. */
public final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** Null when the header is missing, of another scheme, or holds what cannot be a credential. */
    public static String of(ContainerRequestContext request) {
        return of(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    /** @param header the value of {@code Authorization}, or null */
    public static String of(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        var credential = header.substring(SCHEME.length()).trim();
        return credential.isEmpty() || !credential.chars().allMatch(c -> c > ' ' && c < 127) ? null : credential;
    }
}
