package io.groundswell.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packaged server as a process of its own, on a data directory that outlives it. Can be killed. */
public final class RunningServer implements AutoCloseable {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String PASSWORD = "quarkus.datasource.password";

    private final Path data;
    private final List<String> options;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;
    private int port;

    private RunningServer(Path data, List<String> options) {
        this.data = data;
        this.options = options;
    }

    /** @param options settings as {@code name=value}, and options of Java */
    public static RunningServer start(Path data, String... options) {
        UnpackedPostgres.giveTo(data);
        var server = new RunningServer(data, List.of(options));
        server.start();
        return server;
    }

    /** Starts one more on the database of another. */
    public static RunningServer beside(RunningServer other, Path data, String... options) {
        try {
            return on(other.databaseUrl(), other.databasePassword(), data, options);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts one on a database that is there. */
    public static RunningServer on(String databaseUrl, String databasePassword, Path data, String... options) {
        var all = new ArrayList<>(List.of(options));
        all.add(URL + "=" + databaseUrl);
        all.add("quarkus.datasource.username=postgres");
        all.add(PASSWORD + "=" + databasePassword);
        return start(data, all.toArray(new String[0]));
    }

    /** Starts another process on the same data. */
    public void start() {
        Witness.listen();
        try {
            port = freePort();
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add(ClassArchive.option());
            // Most of them live for seconds: the second compiler would take more than it gives.
            command.add("-XX:TieredStopAtLevel=1");
            command.add("-Dquarkus.http.port=" + port);
            command.add("-Dgroundswell.wire.public-url=http://localhost:" + port);
            command.add("-Dgroundswell.data-directory=" + data);
            options.forEach(option -> command.add(option.startsWith("-") ? option : "-D" + option));
            command.add("-jar");
            command.add(JAR.toAbsolutePath().toString());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("server.log").toFile()))
                    .start();
            awaitReady();
            learnSecrets();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > patience) {
                throw new IllegalStateException("The server does not start:\n" + log());
            }
            pause();
        }
    }

    /** What it was told, and what it made up for itself. */
    private void learnSecrets() throws IOException {
        options.forEach(option -> Secrets.use(option.replaceFirst("=.*", ""), option.replaceFirst("^[^=]*=", "")));
        for (var file : List.of("credentials.env", "postgres.password")) {
            var path = data.resolve(file);
            if (Files.exists(path)) {
                Files.readAllLines(path).forEach(line -> Secrets.use(line.replaceFirst("^[A-Z_]+=", "")));
            }
        }
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ready"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process at once, as a crash would; its database goes on alone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** The same for the database: its processes end at once, and what they had not written is lost. */
    public void killDatabase() {
        Postmaster.of(data).kill();
    }

    /** Needs Linux. */
    public long residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** A first credential, by its name in {@code credentials.env}. */
    public String credential(String name) {
        try (var lines = Files.lines(data.resolve("credentials.env"))) {
            return lines.filter(line -> line.startsWith(name + "="))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length() + 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token of a new site of the first organization. */
    public String openSite() {
        return RestAssured.given()
                .baseUri(url())
                .header("X-API-Key", credential("AAK_API_KEY"))
                .contentType("application/json")
                .body(Map.of("name", "shop"))
                .post("/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("project_token");
    }

    /** A connection to the server's database. */
    public Connection database() throws SQLException {
        try {
            return DriverManager.getConnection(databaseUrl(), "postgres", databasePassword());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String databaseUrl() {
        return option(URL)
                .orElseGet(() ->
                        "jdbc:postgresql://localhost:" + Postmaster.of(data).port() + "/postgres");
    }

    private String databasePassword() throws IOException {
        var given = option(PASSWORD);
        return given.isPresent()
                ? given.get()
                : Files.readString(data.resolve("postgres.password")).strip();
    }

    private Optional<String> option(String name) {
        return options.stream()
                .filter(option -> option.startsWith(name + "="))
                .map(option -> option.substring(name.length() + 1))
                .findFirst();
    }

    /** What a query finds in the server's database. */
    public List<List<String>> rows(String query) {
        try (var connection = database()) {
            return Found.rows(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of it. */
    public List<String> texts(String query) {
        return rows(query).stream().map(row -> row.get(0)).toList();
    }

    public long count(String query) {
        return Long.parseLong(rows(query).get(0).get(0));
    }

    public String log() {
        try {
            return Files.readString(data.resolve("server.log"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets it finish what it has begun. */
    public void stop() {
        beginToStop();
        awaitEnd();
    }

    public void beginToStop() {
        process.destroy();
    }

    /** Of a server that ends by itself. */
    public int exitCode() {
        return awaitEnd();
    }

    private int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        // What is printed for people has no braces, and tells the first keys on purpose.
        var secret = log().lines()
                .filter(line -> line.startsWith("{") && SecretsInLogs.isIn(line))
                .findFirst();
        if (secret.isPresent()) {
            throw new AssertionError("A secret was logged: " + secret.get());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
