package io.groundswell.source.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.source.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Tokens of TikTok. */
@ApplicationScoped
class OAuth {
    static final String CLIENT_KEY = "client_key";
    static final String CLIENT_SECRET = "client_secret";
    static final String REFRESH_TOKEN = "refresh_token";
    private static final String ACCESS_TOKEN = "access_token";
    private static final String EXPIRES_AT = "expires_at";

    /** Before its end, so that no call meets it. */
    private static final Duration EARLY = Duration.ofMinutes(2);

    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4000}");

    private final TikTokLine line;
    private final Clock clock;

    OAuth(TikTokLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    static String token(Credentials credentials) {
        return credentials.get(ACCESS_TOKEN);
    }

    static boolean isOver(Credentials credentials, Instant now) {
        return token(credentials) == null
                || !Instant.parse(credentials.get(EXPIRES_AT)).isAfter(now);
    }

    /** In the name of a creator. TikTok may give another token for the next time, too. */
    Credentials ofCreator(Credentials credentials) {
        return fetch(credentials, Map.of("grant_type", REFRESH_TOKEN, REFRESH_TOKEN, credentials.get(REFRESH_TOKEN)));
    }

    /** In the name of whoever registered with TikTok. */
    Credentials ofClient(Credentials credentials) {
        return fetch(credentials, Map.of("grant_type", "client_credentials"));
    }

    private Credentials fetch(Credentials credentials, Map<String, String> grant) {
        var form = new HashMap<>(grant);
        form.put(CLIENT_KEY, credentials.get(CLIENT_KEY));
        form.put(CLIENT_SECRET, credentials.get(CLIENT_SECRET));
        var asked = clock.instant();
        var told = line.token(form);
        var fresh = new HashMap<String, String>();
        fresh.put(ACCESS_TOKEN, required(told));
        fresh.put(EXPIRES_AT, asked.plus(life(told)).minus(EARLY).toString());
        if (told.path(REFRESH_TOKEN).isTextual()
                && TOKEN.matcher(told.path(REFRESH_TOKEN).asText()).matches()) {
            fresh.put(REFRESH_TOKEN, told.path(REFRESH_TOKEN).asText());
        }
        return credentials.with(fresh);
    }

    private static String required(JsonNode told) {
        var token = told.path(ACCESS_TOKEN).asText("");
        if (!TOKEN.matcher(token).matches()) {
            throw TikTokFaults.nonsense("there is no token in it");
        }
        return token;
    }

    private static Duration life(JsonNode told) {
        var seconds = Told.count(told.path("expires_in"));
        var life = seconds == null ? EARLY : Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE.toSeconds()));
        // One that ends at once would be fetched anew for every call.
        return life.compareTo(EARLY.multipliedBy(2)) < 0 ? EARLY.multipliedBy(2) : life;
    }
}
