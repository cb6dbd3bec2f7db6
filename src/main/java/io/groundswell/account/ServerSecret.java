package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The text that signs session tokens: configured, or made once and shared by all instances through the database. */
@ApplicationScoped
class ServerSecret {
    private static final int SHORTEST = 32;
    private static final Sql MAKE =
            Sql.text("insert into server_secret (name, value) values ('jwt', :value) on conflict (name) do nothing");
    private static final Sql READ = Sql.text("select value from server_secret where name = 'jwt'");

    private final AgroalDataSource database;
    private final AccountConfig config;
    private volatile String text;

    ServerSecret(AgroalDataSource database, AccountConfig config) {
        this.database = database;
        this.config = config;
    }

    String text() {
        if (text == null) {
            text = config.jwt().secret().map(ServerSecret::longEnough).orElseGet(this::shared);
        }
        return text;
    }

    private static String longEnough(String configured) {
        if (configured.length() < SHORTEST) {
            throw new IllegalStateException("groundswell.jwt.secret must have 32 characters or more");
        }
        return configured;
    }

    private String shared() {
        MAKE.update(database, Map.of("value", PublicId.random(48)));
        return READ.first(database, Map.of(), row -> row.getString("value")).orElseThrow();
    }
}
