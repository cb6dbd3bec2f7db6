package io.groundswell.account;

import static io.groundswell.account.Scope.ANALYTICS_READ;
import static io.groundswell.account.Scope.CONTENT_READ;
import static io.groundswell.account.Scope.CONTENT_WRITE;
import static io.groundswell.account.Scope.INTEGRATIONS_READ;
import static io.groundswell.account.Scope.MISSIONS_READ;
import static io.groundswell.account.Scope.MISSIONS_WRITE;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a member of an organization may do in it. */
public enum Role {
    ADMIN(EnumSet.allOf(Scope.class)),
    OPERATOR(EnumSet.of(MISSIONS_READ, MISSIONS_WRITE, CONTENT_READ, CONTENT_WRITE, ANALYTICS_READ, INTEGRATIONS_READ)),
    VIEWER(EnumSet.of(MISSIONS_READ, CONTENT_READ, ANALYTICS_READ));

    private final Set<Scope> scopes;

    Role(Set<Scope> scopes) {
        this.scopes = scopes;
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
