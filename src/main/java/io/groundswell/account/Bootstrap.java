package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first start: makes an organization, its administrator and their keys, so that nothing has to be set up. */
@ApplicationScoped
public class Bootstrap {
    /** A self-hoster should meet no rate by surprise; those of a plan are meant for a shared service. */
    private static final long GENEROUS = 100_000;

    private static final Sql ANY = Sql.text("select exists (select from organization) as found");

    private final Operations operations;
    private final Welcome welcome;
    private final AgroalDataSource database;
    private final AccountConfig.Bootstrap config;

    Bootstrap(Operations operations, Welcome welcome, AgroalDataSource database, AccountConfig config) {
        this.operations = operations;
        this.welcome = welcome;
        this.database = database;
        this.config = config.bootstrap();
    }

    @Transactional
    void onStart(@Observes StartupEvent start) {
        if (!config.enabled() || hasOrganization()) {
            return;
        }
        // Several instances may start on one empty database.
        Alone.with(database, "bootstrap");
        if (!hasOrganization()) {
            var password = config.password().orElseGet(() -> PublicId.random(20));
            var opened = operations.open(
                    AuditTrail.SYSTEM,
                    config.organization(),
                    Plan.ENTERPRISE,
                    config.timezone(),
                    limits(),
                    config.email(),
                    password,
                    given());
            welcome.tell(opened, password);
        }
    }

    private boolean hasOrganization() {
        return ANY.first(database, Map.of(), row -> row.getBoolean("found")).orElseThrow();
    }

    private static Map<String, Long> limits() {
        return Stream.of(Limit.values())
                .filter(Limit::isRate)
                .collect(Collectors.toMap(Limit::toString, limit -> GENEROUS));
    }

    private Map<KeyKind, Secret> given() {
        var given = new EnumMap<KeyKind, Secret>(KeyKind.class);
        give(given, KeyKind.AMP_LIVE, config.ampApiKey());
        give(given, KeyKind.AMP_TEST, config.ampTestKey());
        give(given, KeyKind.TGA, config.tgaApiKey());
        give(given, KeyKind.AAK, config.aakApiKey());
        return given;
    }

    private static void give(Map<KeyKind, Secret> given, KeyKind kind, Optional<String> text) {
        text.ifPresent(secret -> given.put(kind, requireUsable(kind, secret)));
    }

    static Secret requireUsable(KeyKind kind, String text) {
        if (!text.matches(kind.prefix() + "[0-9A-Za-z]{36,64}")) {
            throw new IllegalStateException(
                    "A configured %s key must be '%s' and 36 to 64 letters or digits".formatted(kind, kind.prefix()));
        }
        return new Secret(text);
    }
}
