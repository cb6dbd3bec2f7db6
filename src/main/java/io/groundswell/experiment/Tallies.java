package io.groundswell.experiment;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Counts what became of those who saw the variants of an experiment, in all that is kept. What happens after the experiment was
 * completed is none of it any more: by then everybody may see the same.
 */
@ApplicationScoped
public class Tallies {
    private static final Sql TALLIES = Sql.file(Tallies.class, "tallies.sql");

    private final AgroalDataSource database;

    Tallies(AgroalDataSource database) {
        this.database = database;
    }

    /** In the order of the variants. */
    public List<Tally> of(AskedSite site, Experiment experiment) {
        var variants = experiment.variants().stream().collect(Collectors.toMap(Variant::key, variant -> variant));
        var values = site.everything().of(site);
        if (experiment.completedAt() != null) {
            values.put("until", experiment.completedAt());
        }
        values.put("events", site.events());
        values.put("experiment", experiment.name());
        values.put("after", experiment.afterSeq());
        values.put("variants", experiment.variants().stream().map(Variant::key).toList());
        values.put("goal", experiment.goalEvent());
        return TALLIES.list(
                database,
                values,
                row -> new Tally(
                        variants.get(row.getString("variant")),
                        row.getLong("exposures"),
                        row.getLong("users"),
                        row.getLong("conversions")));
    }
}
