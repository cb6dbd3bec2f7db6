package io.groundswell.publishing;

/** A claimed item that is out, and which edition of it readers see. */
record Delivered(Published post, Edition edition) {}
