package io.groundswell.webhook;

/** A secret as it is kept, and the few characters of it that may be shown. */
record SealedSecret(String sealed, String end) {}
