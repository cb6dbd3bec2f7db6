package io.groundswell.aggregate;

import java.util.UUID;

/**
 * Two campaigns that have creators in common.
 *
 * @param shared how many creators are in both
 */
public record Overlap(Member one, Member other, int shared) {

    /** @param creators how many there are in all */
    public record Member(UUID id, String name, int creators) {}
}
