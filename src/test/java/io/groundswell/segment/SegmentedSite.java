package io.groundswell.segment;

import io.groundswell.rollup.ChangedRows;
import io.groundswell.rollup.FoldedEvents;
import io.groundswell.site.AskedSite;
import io.groundswell.site.SiteQuestions;
import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** The only site, for tests that fold its events, make segments of them and change them. */
public abstract class SegmentedSite extends SiteOnFriday {
    @Inject
    protected FoldedEvents events;

    @Inject
    protected MadeSegments segments;

    @Inject
    protected ChangedRows changes;

    @Inject
    protected Rows rows;

    @Inject
    SiteQuestions questions;

    protected long number;

    @Override
    @BeforeEach
    protected void open() {
        rows.clear();
        // Those of sites that are gone stay for a while.
        rows.change("delete from event_segment");
        rows.change("delete from event_column");
        super.open();
        number = rows.count("select number from site");
    }

    /** At one moment. */
    protected <T> T ask(Function<AskedSite, T> question) {
        return questions.ask(site.owner(), site.name(), question);
    }
}
