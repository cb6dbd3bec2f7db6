package io.groundswell.shared;

import java.util.Objects;

/** Who owns a row: an organization, in one mode. Every lookup of an owned row goes through one of these. */
public record Owner(String organizationId, Mode mode) {
    public Owner {
        Objects.requireNonNull(organizationId);
        Objects.requireNonNull(mode);
    }
}
