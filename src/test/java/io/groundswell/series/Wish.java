package io.groundswell.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A question in the words of the contract. What has a default may be null. */
public record Wish(
        String entity,
        List<UUID> ids,
        String metric,
        String base,
        String mode,
        String granularity,
        Integer bucketDays,
        LocalDate from,
        LocalDate to,
        ZoneId zone,
        Instant now,
        boolean compare,
        String breakdown,
        Integer most) {}
