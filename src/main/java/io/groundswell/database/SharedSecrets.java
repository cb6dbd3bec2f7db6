package io.groundswell.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Secrets that servers were not given: each is made once, and shared by all instances through the database. */
@ApplicationScoped
public class SharedSecrets {
    private static final Sql MAKE =
            Sql.text("insert into server_secret (name, value) values (:name, :value) on conflict (name) do nothing");
    private static final Sql READ = Sql.text("select value from server_secret where name = :name");

    private final AgroalDataSource database;

    SharedSecrets(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * In a transaction of its own: what is made with it must not outlive it.
     *
     * @param fresh what it becomes if nobody has made it yet
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public String get(String name, String fresh) {
        MAKE.update(database, Map.of("name", name, "value", fresh));
        return READ.first(database, Map.of("name", name), row -> row.getString("value"))
                .orElseThrow();
    }
}
