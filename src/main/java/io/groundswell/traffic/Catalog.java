package io.groundswell.traffic;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.rollup.Dimension;
import io.groundswell.rollup.EventFigures;
import io.groundswell.rollup.Ranking.Ranked;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a site tells at all: its events, and the keys of their properties. */
@ApplicationScoped
public class Catalog {
    private static final int MOST_NAMES = 1_000;
    private static final Sql KEYS = Sql.file(Catalog.class, "property-keys.sql");

    private final EventFigures figures;
    private final AgroalDataSource database;

    Catalog(EventFigures figures, AgroalDataSource database) {
        this.figures = figures;
        this.database = database;
    }

    /** By their names, the most frequent first. */
    public List<Ranked> events(AskedSite site, Window window) {
        return figures.ranking(site, window, Dimension.EVENT, null, MOST_NAMES).values();
    }

    /** Of the newest properties, in order. */
    public List<String> keys(AskedSite site, Window window) {
        return KEYS.list(database, window.of(site), row -> row.getString("key"));
    }
}
