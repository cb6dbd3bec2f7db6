package io.groundswell.wire;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Scopes.ScopeError;
import jakarta.enterprise.context.RequestScoped;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
    private Caller caller;

    void set(Caller caller) {
        this.caller = caller;
    }

    public boolean isKnown() {
        return caller != null;
    }

    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("This request has no caller");
        }
        return caller;
    }

    /** Refused when the credential lacks the scope. */
    public void require(String scope) {
        if (!get().may(scope)) {
            throw Refusal.of(ScopeError.SCOPE_MISSING, "This credential lacks the scope '%s'", scope);
        }
    }

    public Owner owner() {
        return get().owner();
    }

    public String userId() {
        return get().userId();
    }
}
