package io.groundswell.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a key of the creators contract may do. Neither scope includes the other. */
public enum CreatorScope {
    READ,
    WRITE;

    /** What a role allows: a viewer's keys write nothing, whatever was granted to them. */
    static Set<CreatorScope> of(Role role) {
        return role == Role.VIEWER ? EnumSet.of(READ) : EnumSet.allOf(CreatorScope.class);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
