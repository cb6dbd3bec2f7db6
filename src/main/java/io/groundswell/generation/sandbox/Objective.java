package io.groundswell.generation.sandbox;

/**
 * What one objective is about and whom it is for: "Raise awareness of API design among developers" is about "API
 * design" and for "developers".
 *
 * @param subject a noun phrase, or null when the objective only names an outcome ("Get more followers")
 * @param channel something of our own that is only worth writing on when nothing better is known, such as "the
 *     newsletter"; or null
 * @param audience a plural, or null
 */
record Objective(String subject, String channel, String audience) {
    static final Objective UNCLEAR = new Objective(null, null, null);

    static Objective about(String subject, String audience) {
        return new Objective(subject, null, audience);
    }

    /** What this objective leaves open, answered by {@code other}. */
    Objective or(Objective other) {
        return new Objective(
                subject == null ? other.subject : subject,
                channel == null ? other.channel : channel,
                audience == null ? other.audience : audience);
    }

    /** "People" are an audience that says nothing. */
    Objective withoutVague(Grammar grammar) {
        boolean vague = audience != null && grammar.is(Grammar.Role.VAGUE, audience);
        return vague ? new Objective(subject, channel, null) : this;
    }
}
