package io.groundswell.event;

/**
 * A visitor that is no person.
 *
 * @param name by which it was recognised; empty when it did not give any
 */
record Automaton(Category category, String name) {
    /** What automata are there for. */
    enum Category {
        AI_AGENT,
        SEARCH,
        LINK_PREVIEW,
        SEO,
        HEADLESS_BROWSER,
        MONITORING,
        SCRIPT,
        GENERIC,
        /** It did not say what it is. */
        UNNAMED
    }
}
