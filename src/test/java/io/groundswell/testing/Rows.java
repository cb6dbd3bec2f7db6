package io.groundswell.testing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What is really in the database. */
@ApplicationScoped
public class Rows {
    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    public long count(String query) {
        return Sql.text(query).first(database, Map.of(), row -> row.getLong(1)).orElseThrow();
    }

    public List<String> texts(String query) {
        return Sql.text(query).list(database, Map.of(), row -> row.getString(1));
    }

    public void change(String statement) {
        Sql.text(statement).update(database, Map.of());
    }

    /** Leaves no organization, and so nothing that is due in another test. */
    public void clear() {
        // Emptying eighty tables takes a fifth of a second, and most tests find them empty.
        if (count("select (select count(*) from organization) + (select count(*) from app_user)") > 0) {
            Sql.text("truncate organization, app_user cascade").call(database, Map.of());
        }
    }
}
