package io.groundswell.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands out the first credentials, once: on the terminal, and in a file that only its owner can read. */
@ApplicationScoped
class Welcome {
    private static final Logger LOG = Logger.getLogger(Welcome.class);

    private final Path directory;
    private final String url;

    Welcome(AccountConfig config, @ConfigProperty(name = "groundswell.wire.public-url") String url) {
        this.directory = Path.of(config.dataDirectory());
        this.url = url;
    }

    void tell(Operations.Opened opened, String password) {
        var credentials = """
                AMP_API_KEY=%s
                AMP_TEST_KEY=%s
                TGA_API_KEY=%s
                AAK_API_KEY=%s
                ADMIN_EMAIL=%s
                ADMIN_PASSWORD=%s
                """.formatted(
                        opened.keys().get(KeyKind.AMP_LIVE).text(),
                        opened.keys().get(KeyKind.AMP_TEST).text(),
                        opened.keys().get(KeyKind.TGA).text(),
                        opened.keys().get(KeyKind.AAK).text(),
                        opened.admin().email(),
                        password);
        var kept = keep(credentials);
        var key = opened.keys().get(KeyKind.AMP_TEST).text();
        // To the terminal and not to the log: a log is read by more people than the one who starts the server.
        System.out.println("""

                Welcome to Groundswell. These are the keys of "%s", shown this once%s:

                %s
                Try it:

                curl -s %s/v1/auth/whoami -H 'Authorization: Bearer %s'

                curl -s %s/v1/missions -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' -d '{"name":"First mission","objectives":["Show developers how simple self-hosting can be"],"platforms":["twitter","linkedin"],"duration_days":14,"constraints":{"posts_per_day":2,"posting_times":["09:00","14:00"]},"start_immediately":true}'

                and, some seconds later:

                curl -s '%s/v1/content?limit=5' -H 'Authorization: Bearer %s'
                """.formatted(
                        opened.organization().name(),
                        kept ? " and kept in " + file() : "",
                        credentials,
                        url,
                        key,
                        url,
                        key,
                        url,
                        key));
    }

    private boolean keep(String credentials) {
        try {
            Files.createDirectories(directory);
            keepEarlier();
            var owned = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file(), owned);
            Files.write(file(), credentials.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException("Another process writes " + file(), e);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warnf("The first credentials could not be written to %s (%s): note them from the terminal", file(), e);
            return false;
        }
    }

    /** Those of another database, whose keys are shown nowhere else. */
    private void keepEarlier() throws IOException {
        if (Files.exists(file())) {
            var number = 1;
            while (Files.exists(earlier(number))) {
                number++;
            }
            Files.move(file(), earlier(number));
            LOG.warnf("There were credentials of an earlier first start: they are in %s now", earlier(number));
        }
    }

    private Path earlier(int number) {
        return directory.resolve("credentials.%d.env".formatted(number));
    }

    private Path file() {
        return directory.resolve("credentials.env");
    }
}
