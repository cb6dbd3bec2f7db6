package io.groundswell.webhook;

/** A secret as it is kept, and the few characters of it that may be shown. */
record SealedSecret(String sealed, String end) {
    private static final int SHOWN = 4;

    static SealedSecret of(String secret, String sealed) {
        return new SealedSecret(sealed, secret.substring(secret.length() - SHOWN));
    }
}
