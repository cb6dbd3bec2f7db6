package io.groundswell.rollup;

import jakarta.enterprise.context.ApplicationScoped;

/** Folds events of sites, for tests of others. */
@ApplicationScoped
public class FoldedEvents {
    private final EventFold fold;

    FoldedEvents(EventFold fold) {
        this.fold = fold;
    }

    public void fold(long site, int most) {
        fold.step(site, most);
    }
}
