package io.groundswell.vault;

/** A sealed text that does not open. The message names the key, never what is sealed. */
public final class VaultFailure extends RuntimeException {
    VaultFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
