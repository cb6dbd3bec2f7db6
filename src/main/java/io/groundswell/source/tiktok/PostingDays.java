package io.groundswell.source.tiktok;

import io.groundswell.source.KnownVideo;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Videos by the days on which they were posted: researchers are told of no more than 30 days at once. */
final class PostingDays {
    private static final int DAYS = 28;
    private static final int BITS_AFTER_THE_SECOND = 32;
    private static final Instant EARLIEST = Instant.parse("2016-01-01T00:00:00Z");

    private PostingDays() {}

    static List<List<KnownVideo>> parts(List<KnownVideo> videos, int most, Instant now) {
        var parts = new ArrayList<List<KnownVideo>>();
        var sorted = videos.stream()
                .sorted(Comparator.comparing((KnownVideo video) -> day(video, now)))
                .toList();
        for (var video : sorted) {
            var last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last == null
                    || last.size() == most
                    || day(video, now).isAfter(day(last.get(0), now).plusDays(DAYS))) {
                last = new ArrayList<>();
                parts.add(last);
            }
            last.add(video);
        }
        return parts;
    }

    static LocalDate day(KnownVideo video, Instant now) {
        return LocalDate.ofInstant(video.postedAt() == null ? inside(video, now) : video.postedAt(), ZoneOffset.UTC);
    }

    /** TikTok's ids begin with the second in which they were given. Now, when that cannot be. */
    private static Instant inside(KnownVideo video, Instant now) {
        var second = new BigInteger(video.platformId()).shiftRight(BITS_AFTER_THE_SECOND);
        if (second.bitLength() > 40) {
            return now;
        }
        var at = Instant.ofEpochSecond(second.longValue());
        return at.isBefore(EARLIEST) || at.isAfter(now.plus(Duration.ofDays(1))) ? now : at;
    }
}
