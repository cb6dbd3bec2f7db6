package io.groundswell.rollup;

import io.groundswell.testing.Website.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/** Visits by chance: late ones, of nobody, of no session, at the same instants, with properties that are no texts. */
final class AnyVisits {
    static final int USERS = 6;

    private static final List<String> NAMES = List.of("page_view", "page_view", "signup", "$click");
    /** Two of them are the same as texts. */
    private static final List<Object> ODD = Arrays.asList("7", 7, true, List.of(1), null, "/long/" + "x".repeat(3_000));

    private final Random random;
    private final Instant now;

    AnyVisits(Random random, Instant now) {
        this.random = random;
        this.now = now;
    }

    List<Visit> some(int most) {
        var visits = new ArrayList<Visit>();
        for (var count = 1 + random.nextInt(most); count > 0; count--) {
            visits.add(one());
        }
        return visits;
    }

    private Visit one() {
        var properties = new HashMap<String, Object>();
        properties.put("path", random.nextInt(3) == 0 ? ODD.get(random.nextInt(ODD.size())) : "/" + random.nextInt(5));
        properties.put("url", random.nextInt(4) == 0 ? null : "/" + random.nextInt(4));
        properties.put("referrer", random.nextInt(2) == 0 ? null : "https://" + random.nextInt(3) + ".example");
        if (random.nextInt(9) == 0) {
            properties.put("utm_source", random.nextInt(2));
        }
        return new Visit(
                NAMES.get(random.nextInt(NAMES.size())),
                random.nextInt(4) == 0 ? null : "u" + random.nextInt(USERS),
                random.nextInt(5) == 0 ? null : "s" + random.nextInt(20),
                at(),
                properties);
    }

    private Instant at() {
        var day = now.minusSeconds(86_400L * (random.nextBoolean() ? random.nextInt(2) : random.nextInt(20)));
        return day.minusSeconds(random.nextInt(4) * 10_800L).minusMillis(random.nextInt(3) * 5_000L);
    }
}
