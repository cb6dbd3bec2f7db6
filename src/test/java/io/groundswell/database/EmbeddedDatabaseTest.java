package io.groundswell.database;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.groundswell.testing.Postmaster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    // One folder for the class, so that the server's programs are unpacked once per process and not once per test.
    @TempDir
    static Path folder;

    Path data;

    @BeforeAll
    static void failures_that_are_meant_print_no_stack() {
        Logger.getLogger("io.zonky").setLevel(Level.OFF);
    }

    @BeforeEach
    void an_empty_data_directory() throws IOException {
        data = Files.createTempDirectory(folder, "data");
    }

    @Test
    void rows_survive_a_restart_and_so_does_the_password() throws Exception {
        // Given
        String password;
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            ask(first, "create table note (text text)");
            ask(first, "insert into note values ('still here')");
            password = first.password();
        }
        // When
        try (EmbeddedDatabase second = EmbeddedDatabase.start(data)) {
            // Then
            assertThat(ask(second, "select text from note")).isEqualTo("still here");
            assertThat(second.password()).isEqualTo(password).hasSizeGreaterThanOrEqualTo(32);
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void committed_rows_survive_a_kill_and_the_orphan_is_replaced() throws Exception {
        // Given
        Process killed = DatabaseProcess.start(data);
        DatabaseProcess.lineStartingWith("committed", killed);
        killed.destroyForcibly().waitFor();
        ProcessHandle orphan = postmaster();
        assertThat(orphan.isAlive()).isTrue();
        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            // Then
            assertThat(ask(database, "select text from note")).isEqualTo("written before the kill");
            assertThat(orphan.isAlive()).isFalse();
            assertThat(postmaster().isAlive()).isTrue();
        }
    }

    @Test
    void a_second_process_on_the_same_folder_is_told_who_holds_it() throws Exception {
        // Given
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            // When
            Process second = DatabaseProcess.start(data);
            String complaint = DatabaseProcess.lineStartingWith("Exception in thread", second);
            // Then
            assertThat(complaint)
                    .contains("Another Groundswell server (process "
                            + ProcessHandle.current().pid() + ") is using " + data.toRealPath())
                    .contains("-Dgroundswell.data-directory=");
            assertThat(second.waitFor()).isNotZero();
            assertThat(ask(first, "select 'unharmed'")).isEqualTo("unharmed");
        }
    }

    @Test
    void a_refused_start_in_the_same_process_leaves_the_lock_to_its_holder() throws Exception {
        // Given
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data)).isInstanceOf(EmbeddedDatabase.InUse.class);
            // When
            Process other = DatabaseProcess.start(data);
            // Then
            assertThat(DatabaseProcess.lineStartingWith("Exception in thread", other))
                    .contains("InUse");
            assertThat(ask(first, "select 'unharmed'")).isEqualTo("unharmed");
        }
    }

    @Test
    void it_is_durable_private_and_orders_text_by_code_point() throws Exception {
        // Given
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            // When
            Throwable noPassword =
                    catchThrowable(() -> DriverManager.getConnection(database.jdbcUrl(), database.username(), "guess"));
            // Then
            assertThat(noPassword).isInstanceOf(SQLException.class).hasMessageContaining("password");
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show unix_socket_directories")).isEmpty();
            assertThat(ask(database, "select string_agg(t, '' order by t) from unnest(array['b','a','B','é']) t"))
                    .isEqualTo("Babé");
            assertThat(ask(database, "select upper('é')")).isEqualTo("É");
            assertThat(Files.getPosixFilePermissions(data.resolve("postgres.password")))
                    .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        }
    }

    /** Each with four indexes. */
    @Test
    void several_statements_at_once_may_lock_every_week_since_2000() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            var locks = ask(
                    database,
                    "select current_setting('max_locks_per_transaction')::int * current_setting('max_connections')::int");
            assertThat(Integer.parseInt(locks)).isGreaterThan(7 * 5 * 1_400);
        }
    }

    @Test
    void a_folder_left_half_made_is_made_anew() throws Exception {
        // Given
        Files.createDirectories(data.resolve("postgres/base"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17");
        Files.writeString(data.resolve("postgres/postgresql.conf"), "# initdb was killed here");
        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            // Then
            assertThat(ask(database, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void a_stale_pid_file_stops_neither_a_stranger_nor_the_start() throws Exception {
        // Given
        EmbeddedDatabase.start(data).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Path pidFile = data.resolve("postgres/postmaster.pid");
        Files.writeString(pidFile, stranger.pid() + "\n" + data.toRealPath().resolve("postgres") + "\n");
        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            // Then
            assertThat(stranger.isAlive()).isTrue();
            assertThat(ask(database, "select 'alive'")).isEqualTo("alive");
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_lost_password_file_is_named_and_the_rows_are_left_alone() throws Exception {
        // Given
        EmbeddedDatabase.start(data).close();
        Files.delete(data.resolve("postgres.password"));
        // When
        Throwable thrown = catchThrowable(() -> EmbeddedDatabase.start(data));
        // Then
        assertThat(thrown).hasMessageContaining("postgres.password is missing");
        assertThat(data.resolve("postgres/PG_VERSION")).exists();
    }

    @Test
    void a_fixed_port_is_used_or_reported_as_taken() throws Exception {
        // Given
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = taken.getLocalPort();
        // When
        Throwable thrown = catchThrowable(() -> EmbeddedDatabase.start(data, port));
        taken.close();
        // Then
        assertThat(thrown).hasMessageContaining("port " + port + " is taken");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, port)) {
            assertThat(database.jdbcUrl()).contains(":" + port + "/");
        }
    }

    @Test
    void a_start_that_fails_shows_what_postgres_logged() throws Exception {
        // Given
        EmbeddedDatabase.start(data).close();
        Files.writeString(data.resolve("postgres/PG_VERSION"), "9.6");
        // When
        Throwable thrown = catchThrowable(() -> EmbeddedDatabase.start(data));
        // Then
        assertThat(thrown).hasMessageContaining("database files are incompatible with server");
    }

    @Test
    void it_tells_when_it_is_lost_and_not_when_it_is_closed() throws Exception {
        // Given
        CompletableFuture<String> lost = new CompletableFuture<>();
        CompletableFuture<String> closed = new CompletableFuture<>();
        EmbeddedDatabase first = EmbeddedDatabase.start(data);
        first.whenLost(() -> lost.complete("lost"));
        // When
        Postmaster.of(data).kill();
        // Then
        assertThat(lost).succeedsWithin(Duration.ofSeconds(30));
        first.close();
        EmbeddedDatabase second = EmbeddedDatabase.start(data);
        ProcessHandle server = postmaster();
        second.whenLost(() -> closed.complete("lost"));
        second.close();
        // Whoever asked first is told first.
        server.onExit().get(30, TimeUnit.SECONDS);
        assertThat(closed).isNotDone();
    }

    private ProcessHandle postmaster() throws Exception {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
