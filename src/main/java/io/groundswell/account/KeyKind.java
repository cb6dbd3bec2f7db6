package io.groundswell.account;

import io.groundswell.shared.Mode;
import io.groundswell.shared.PublicId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The kinds of API keys, by what their text begins with. */
public enum KeyKind {
    AMP_LIVE("amp_live_", Mode.LIVE),
    AMP_TEST("amp_test_", Mode.TEST),
    /** Works like a test key, and only on a server that runs for development. */
    AMP_DEV("amp_dev_", Mode.TEST),
    /** Creators. */
    TGA("tga_", Mode.LIVE),
    /** Site analytics. */
    AAK("aak_", Mode.LIVE);

    private final String prefix;
    private final Mode mode;

    KeyKind(String prefix, Mode mode) {
        this.prefix = prefix;
        this.mode = mode;
    }

    /** The kind of key that a text claims to be. */
    static Optional<KeyKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> text.startsWith(kind.prefix))
                .findFirst();
    }

    /** Creators know everything by UUIDs. */
    String newId() {
        return this == TGA ? UUID.randomUUID().toString() : PublicId.next(ApiKey.ID_PREFIX);
    }

    public String prefix() {
        return prefix;
    }

    public Mode mode() {
        return mode;
    }
}
