package io.groundswell.experiment;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What browsers have to know: which experiments are going on, and how many of a hundred users see which variant. */
@ApplicationScoped
public class ActiveExperiments {
    private static final Sql ACTIVE = Sql.file(ActiveExperiments.class, "active.sql");

    private final AgroalDataSource database;

    ActiveExperiments(AgroalDataSource database) {
        this.database = database;
    }

    public record Active(String name, List<Variant> variants) {}

    /** Oldest first; none when there is no site with this token. */
    public List<Active> of(String token) {
        return ACTIVE.list(database, Map.of("token", token), ActiveExperiments::active);
    }

    private static Active active(ResultSet row) throws SQLException {
        var keys = (String[]) row.getArray("variants").getArray();
        var weights = (Integer[]) row.getArray("weights").getArray();
        return new Active(row.getString("name"), Variant.list(List.of(keys), List.of(weights)));
    }
}
