package io.groundswell.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;

/** A token for calls, which ends after hours, and one to get the next pair with. Kept as one text. */
record Session(String access, String refresh) {
    private static final String BETWEEN = " ";

    static Session of(JsonNode told) {
        return new Session(
                told.path("accessJwt").asText(), told.path("refreshJwt").asText());
    }

    static Session of(String kept) {
        var parts = kept.split(BETWEEN, 2);
        return new Session(parts[0], parts[1]);
    }

    String kept() {
        return access + BETWEEN + refresh;
    }

    /** Tokens are for nobody's eyes. */
    @Override
    public String toString() {
        return "a session";
    }
}
