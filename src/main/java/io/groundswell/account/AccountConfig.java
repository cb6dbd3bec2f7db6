package io.groundswell.account;

import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Who may use the server, and how they prove it. */
@ConfigMapping(prefix = "groundswell")
public interface AccountConfig {
    /** Whether the server accepts {@code amp_dev_} keys and lets operators move the clock. Never switch it on for a server others use. */
    @WithDefault("false")
    boolean development();

    /** Directory for the embedded database and the first credentials. */
    @WithDefault("data")
    String dataDirectory();

    /** Token that gives access to {@code /internal}. Without one, those paths are not served. */
    Optional<String> operatorToken();

    Jwt jwt();

    Identity identity();

    Bootstrap bootstrap();

    /** How long a rotated API key keeps working beside its successor. */
    @WithDefault("7D")
    Duration keyRotationGrace();

    /** How long the audit trail of live mode is kept. That of test mode is kept for 30 days. */
    @WithDefault("365D")
    Duration auditRetention();

    interface Jwt {
        /** Secret that signs session tokens (HS256), 32 characters or more. Default: random, kept in the database. */
        Optional<String> secret();

        /** Second secret, 32 characters or more, that is also accepted while {@code groundswell.jwt.secret} is being changed. It signs nothing. */
        Optional<String> otherSecret();

        /** How long a session token is valid. */
        @WithDefault("1H")
        Duration lifetime();
    }

    /** The identity provider whose tokens {@code POST /v1/auth/login} takes as {@code clerk_token}. */
    interface Identity {
        /** The {@code iss} of tokens from the identity provider, which {@code POST /v1/auth/login} takes as {@code clerk_token}. It needs {@code groundswell.identity.jwks-url}, too. */
        Optional<String> issuer();

        /** Address of the JSON Web Key Set with which the identity provider signs its tokens (RS256). */
        Optional<String> jwksUrl();

        /** The {@code aud} of tokens that were issued for this server, one or more separated by commas: tokens without any of them are refused. Set it, or {@code groundswell.identity.authorized-parties}, when the identity provider serves other applications too: their tokens log people in here as well. */
        Optional<Set<@WithConverter(TrimmedStringConverter.class) String>> audience();

        /** The {@code azp} of tokens that were issued for this server, one or more separated by commas, which Clerk sets to the origin that a person logged in at: tokens without any of them are refused, also where {@code groundswell.identity.audience} fits. */
        Optional<Set<@WithConverter(TrimmedStringConverter.class) String>> authorizedParties();
    }

    /** The organization, its administrator and their keys on the first start; what is not given is made up. */
    interface Bootstrap {
        /** Whether an empty database gets a first organization, its administrator and keys. The other {@code groundswell.bootstrap} settings describe these. */
        @WithDefault("true")
        boolean enabled();

        /** Name of the first organization. */
        @WithDefault("My Organization")
        String organization();

        /** Time zone of the first organization, a name of the tz database. */
        @WithDefault("UTC")
        String timezone();

        /** E-mail address with which the first administrator logs in. */
        @WithDefault("admin@localhost")
        String email();

        /** Password of the first administrator, 12 characters to 72 bytes. Default: random. */
        Optional<String> password();

        /** First live key of the missions contract: {@code amp_live_} and 36 to 64 letters or digits. Default: random. */
        Optional<String> ampApiKey();

        /** First test key of the missions contract: {@code amp_test_} and 36 to 64 letters or digits. Default: random. */
        Optional<String> ampTestKey();

        /** First key of the creators contract: {@code tga_} and 36 to 64 letters or digits. Default: random. */
        Optional<String> tgaApiKey();

        /** First key of the site analytics contract: {@code aak_} and 36 to 64 letters or digits. Default: random. */
        Optional<String> aakApiKey();
    }
}
