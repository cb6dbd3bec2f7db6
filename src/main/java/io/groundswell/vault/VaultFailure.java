package io.groundswell.vault;

import org.jboss.logging.Logger;

/** A sealed text that does not open. The message names the key, never what is sealed. */
public final class VaultFailure extends RuntimeException {
    private static final Logger LOG = Logger.getLogger(VaultFailure.class);

    VaultFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Tells operators, who can do something about it; whoever asked is told no more than that it cannot be read. */
    public void log(String what, Object id) {
        LOG.errorf("%s %s does not open: %s", what, id, getMessage());
    }
}
