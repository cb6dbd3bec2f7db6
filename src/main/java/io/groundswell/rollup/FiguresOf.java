package io.groundswell.rollup;

/** What there are figures of, each in a table of its own. */
enum FiguresOf {
    EVENTS,
    SESSIONS
}
