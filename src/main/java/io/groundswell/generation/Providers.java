package io.groundswell.generation;

import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/** Picks who writes and draws for an organization. */
@ApplicationScoped
public class Providers {
    private final Writer writer;
    private final Illustrator illustrator;

    Providers(Writer writer, Illustrator illustrator) {
        this.writer = writer;
        this.illustrator = illustrator;
    }

    /** Until a provider is configured, live missions are written by the sandbox as test missions always are. */
    public Writer writer(Owner owner) {
        return writer;
    }

    public Illustrator illustrator(Owner owner) {
        return illustrator;
    }
}
