package io.groundswell.pipeline;

import io.groundswell.generation.Route;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How often a job was begun and failed at its present step, and which providers it has given up on for that. */
@Embeddable
class Tries {
    private int attempts;
    private int run;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> givenUp;

    protected Tries() {}

    static Tries none() {
        var tries = new Tries();
        tries.restart();
        return tries;
    }

    final void forget() {
        attempts = 0;
        givenUp = List.of();
    }

    /** Somebody wants the job to begin anew, and its calls to be new ones. */
    final void restart() {
        forget();
        run++;
    }

    void another() {
        attempts++;
    }

    /** The next provider is tried as often as the one before. */
    void giveUp(Route route) {
        attempts = 0;
        givenUp = Stream.concat(givenUp.stream(), Stream.of(route.toString())).toList();
    }

    int count() {
        return attempts;
    }

    int run() {
        return run;
    }

    List<String> givenUp() {
        return givenUp;
    }
}
