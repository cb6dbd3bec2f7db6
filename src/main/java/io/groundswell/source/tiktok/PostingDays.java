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

/**
 * The days among which those are on which videos were posted: researchers are told of no more than 30 days at once. TikTok's ids begin with
 * the second in which they were given, which is before a posting that was scheduled. What is known of a posting may be what a caller wrote.
 */
record PostingDays(LocalDate first, LocalDate last) {
    /** With a day more on either side, these are 30. */
    private static final int DAYS = 28;

    private static final int BITS_AFTER_THE_SECOND = 32;
    private static final Instant EARLIEST = Instant.parse("2016-01-02T00:00:00Z");

    static List<List<KnownVideo>> parts(List<KnownVideo> videos, int most, Instant now) {
        var parts = new ArrayList<List<KnownVideo>>();
        var sorted = videos.stream()
                .sorted(Comparator.comparing(
                        (KnownVideo video) -> of(video, now).first()))
                .toList();
        PostingDays days = null;
        for (var video : sorted) {
            var more = days == null ? of(video, now) : days.with(of(video, now));
            if (parts.isEmpty() || parts.get(parts.size() - 1).size() == most || more.areTooMany()) {
                parts.add(new ArrayList<>());
                more = of(video, now);
            }
            parts.get(parts.size() - 1).add(video);
            days = more;
        }
        return parts;
    }

    /** Of one part. */
    static PostingDays of(List<KnownVideo> videos, Instant now) {
        return videos.stream()
                .map(video -> of(video, now))
                .reduce(PostingDays::with)
                .orElseThrow();
    }

    /** From when its id was given to when it was posted; the former alone, if it cannot be both. Today, when nothing can be. */
    static PostingDays of(KnownVideo video, Instant now) {
        var given = inside(video);
        var posted = video.postedAt();
        if (!isPossible(given, now)) {
            return isPossible(posted, now) ? between(posted, posted, now) : between(now, now, now);
        }
        if (!isPossible(posted, now)) {
            return between(given, given, now);
        }
        var both = posted.isBefore(given) ? between(posted, given, now) : between(given, posted, now);
        return both.areTooMany() ? between(given, given, now) : both;
    }

    private static boolean isPossible(Instant at, Instant now) {
        return at != null && !at.isBefore(EARLIEST) && !at.isAfter(now.plus(Duration.ofDays(1)));
    }

    private static PostingDays between(Instant first, Instant last, Instant now) {
        return new PostingDays(day(first, now), day(last, now));
    }

    private static LocalDate day(Instant at, Instant now) {
        return LocalDate.ofInstant(at.isAfter(now) ? now : at, ZoneOffset.UTC);
    }

    /** Null when it tells of no second. */
    private static Instant inside(KnownVideo video) {
        var second = new BigInteger(video.platformId()).shiftRight(BITS_AFTER_THE_SECOND);
        return second.bitLength() > 40 ? null : Instant.ofEpochSecond(second.longValue());
    }

    private PostingDays with(PostingDays other) {
        return new PostingDays(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }

    private boolean areTooMany() {
        return last.isAfter(first.plusDays(DAYS - 1L));
    }
}
