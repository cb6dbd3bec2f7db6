package io.groundswell.vault;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The keys at hand. That of the database is asked for only when something needs it. */
@ApplicationScoped
class KeyRing {
    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private final Map<String, VaultKey> configured = new LinkedHashMap<>();
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
        var colon = entry.indexOf(':');
        if (colon < 0) {
            throw new IllegalStateException("A key in groundswell.vault.keys is written as id:base64");
        }
        var key = VaultKey.of(entry.substring(0, colon), entry.substring(colon + 1));
        if (key.id().equals(SharedKey.ID) || configured.putIfAbsent(key.id(), key) != null) {
            throw new IllegalStateException("The id " + key.id() + " in groundswell.vault.keys is taken");
        }
    }

    /** The one that seals. */
    VaultKey current() {
        return configured.isEmpty() ? shared() : configured.values().iterator().next();
    }

    /** Null when there is none of that name. */
    VaultKey named(String id) {
        return id.equals(SharedKey.ID) ? shared() : configured.get(id);
    }

    private VaultKey shared() {
        if (fetched == null) {
            fetched = shared.get();
        }
        return fetched;
    }
}
