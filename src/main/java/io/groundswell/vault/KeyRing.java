package io.groundswell.vault;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The keys at hand. That of the database is asked for only when something needs it. */
@ApplicationScoped
class KeyRing {
    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private final Map<String, Supplier<VaultKey>> configured = new LinkedHashMap<>();
    private final SharedKey shared;
    private volatile VaultKey fetched;

    KeyRing(VaultConfig config, SharedKey shared) {
        this.shared = shared;
        config.keys().orElse(List.of()).forEach(this::add);
    }

    /** So that keys which are none stop the start, and not the first call that needs one. */
    void onStart(@Observes StartupEvent start) {
        LOG.debugf("Keys of the vault: %s", configured.keySet());
    }

    private void add(String entry) {
        if (entry.equals(SharedKey.ID)) {
            add(SharedKey.ID, this::shared);
            return;
        }
        var colon = entry.indexOf(':');
        if (colon < 0) {
            throw new IllegalStateException("A key in groundswell.vault.keys is written as id:base64");
        }
        var key = VaultKey.of(entry.substring(0, colon), entry.substring(colon + 1));
        if (key.id().equals(SharedKey.ID)) {
            throw taken(SharedKey.ID);
        }
        add(key.id(), () -> key);
    }

    private void add(String id, Supplier<VaultKey> key) {
        if (configured.putIfAbsent(id, key) != null) {
            throw taken(id);
        }
    }

    private static IllegalStateException taken(String id) {
        return new IllegalStateException("The id " + id + " in groundswell.vault.keys is taken");
    }

    /** The one that seals. */
    VaultKey current() {
        return configured.isEmpty()
                ? shared()
                : configured.values().iterator().next().get();
    }

    /** Null when there is none of that name. */
    VaultKey named(String id) {
        if (id.equals(SharedKey.ID)) {
            return shared();
        }
        var key = configured.get(id);
        return key == null ? null : key.get();
    }

    private VaultKey shared() {
        if (fetched == null) {
            fetched = shared.get();
        }
        return fetched;
    }
}
