package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The events of a site that are not in its figures yet, one by one. Few are read once for all that a question wants to know of them. */
@ApplicationScoped
class ToldEvents {
    /** Of some hundred bytes each. */
    private static final int FEW = 20_000;

    private static final int AHEAD = 2_000;
    private static final String NAMES = Sql.read(ToldEvents.class, "told-events.sql");
    private static final Map<Dimension, Sql> EVENTS = new EnumMap<>(Dimension.class);

    static {
        for (var dimension : Dimension.values()) {
            EVENTS.put(dimension, Sql.text(NAMES.replace("e.name/* value */", dimension.expression())));
        }
    }

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry question;

    ToldEvents(AgroalDataSource database, TransactionSynchronizationRegistry question) {
        this.database = database;
        this.question = question;
    }

    private record Read(long site, Window window, Dimension dimension) {}

    /** Without the values of any dimension. */
    void each(Extent extent, Consumer<ToldEvent> reader) {
        each(extent, Dimension.EVENT, reader);
    }

    void each(Extent extent, Dimension dimension, Consumer<ToldEvent> reader) {
        if (extent.isFolded()) {
            return;
        }
        if (extent.unfolded() <= FEW) {
            few(extent, dimension).forEach(reader);
        } else {
            read(extent, dimension, reader);
        }
    }

    private List<ToldEvent> few(Extent extent, Dimension dimension) {
        var read = new Read(extent.site().number(), extent.window(), dimension);
        @SuppressWarnings("unchecked")
        var known = (List<ToldEvent>) question.getResource(read);
        if (known != null) {
            return known;
        }
        var events = new ArrayList<ToldEvent>();
        read(extent, dimension, events::add);
        question.putResource(read, events);
        return events;
    }

    private void read(Extent extent, Dimension dimension, Consumer<ToldEvent> reader) {
        EVENTS.get(dimension).read(database, extent.values(), AHEAD, row -> {
            reader.accept(ToldEvent.of(row));
            return true;
        });
    }
}
