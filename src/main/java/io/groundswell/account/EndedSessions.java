package io.groundswell.account;

import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Forgets revoked session tokens that have expired by now: nobody gets in with those anyway. */
@ApplicationScoped
class EndedSessions implements Round {
    private final Tokens tokens;

    EndedSessions(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "ended_sessions";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        return tokens.forgetEnded();
    }
}
