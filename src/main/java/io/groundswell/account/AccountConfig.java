package io.groundswell.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who may use the server, and how they prove it. */
@ConfigMapping(prefix = "groundswell")
public interface AccountConfig {
    /** Accepts {@code amp_dev_} keys and lets operators move the clock. Never switch it on for a server others use. */
    @WithDefault("false")
    boolean development();

    /** Where the server keeps what is not in the database: its embedded database and the first credentials. */
    @WithDefault("data")
    String dataDirectory();

    /** Opens {@code /internal} to whoever shows it; without it there is nothing at that address. */
    Optional<String> operatorToken();

    Jwt jwt();

    Identity identity();

    Bootstrap bootstrap();

    /** How long a rotated API key keeps working beside its successor. */
    @WithDefault("7D")
    Duration keyRotationGrace();

    /** How long the audit trail of live mode is kept. That of test mode goes after 30 days. */
    @WithDefault("365D")
    Duration auditRetention();

    interface Jwt {
        /** Signs session tokens (HS256), 32 characters or more. Default: random, kept in the database. */
        Optional<String> secret();

        /** Another one, 32 characters or more, that is taken beside it while secrets are changed. It signs nothing. */
        Optional<String> otherSecret();

        /** How long a session token is valid. */
        @WithDefault("1H")
        Duration lifetime();
    }

    /** The identity provider whose tokens {@code POST /v1/auth/login} takes as {@code clerk_token}. */
    interface Identity {
        /** The {@code iss} that its tokens carry. */
        Optional<String> issuer();

        /** Where it publishes the keys that sign them (RS256). */
        Optional<String> jwksUrl();
    }

    /** The organization, its administrator and their keys on the first start; what is not given is made up. */
    interface Bootstrap {
        /** Whether an empty database gets a first organization at all. */
        @WithDefault("true")
        boolean enabled();

        /** Its name. */
        @WithDefault("My Organization")
        String organization();

        /** Its time zone, a name of the tz database. */
        @WithDefault("UTC")
        String timezone();

        /** The address its administrator logs in with. */
        @WithDefault("admin@localhost")
        String email();

        /** The password, up to 72 bytes. */
        Optional<String> password();

        /** The live key of the missions contract: {@code amp_live_} and 36 to 64 letters or digits. */
        Optional<String> ampApiKey();

        /** The test key of the missions contract: {@code amp_test_} and 36 to 64 letters or digits. */
        Optional<String> ampTestKey();

        /** The key of the creators contract: {@code tga_} and 36 to 64 letters or digits. */
        Optional<String> tgaApiKey();

        /** The key of the site analytics contract: {@code aak_} and 36 to 64 letters or digits. */
        Optional<String> aakApiKey();
    }
}
