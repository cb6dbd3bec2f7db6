package io.groundswell.export;

/** What there is to be done about an export. */
enum Work {
    MAKE,
    MAIL
}
