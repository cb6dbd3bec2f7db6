package io.groundswell.vault;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The key of servers that were given none: made once, and shared by all instances through the database. */
@ApplicationScoped
class SharedKey {
    static final String ID = "shared";
    private static final int BYTES = 32;
    private static final Sql MAKE =
            Sql.text("insert into server_secret (name, value) values ('vault', :value) on conflict (name) do nothing");
    private static final Sql READ = Sql.text("select value from server_secret where name = 'vault'");

    private final AgroalDataSource database;

    SharedKey(AgroalDataSource database) {
        this.database = database;
    }

    /** In a transaction of its own: what it seals must not outlive it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    VaultKey get() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        MAKE.update(database, Map.of("value", Base64.getEncoder().encodeToString(bytes)));
        var value = READ.first(database, Map.of(), row -> row.getString("value"));
        return VaultKey.of(ID, value.orElseThrow());
    }
}
