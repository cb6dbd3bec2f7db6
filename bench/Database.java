import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;

/** The embedded database of a server on this machine. */
final class Database {
    private static final int PORT_LINE = 3;

    private Database() {}

    /** @param data the data directory of the server */
    static Connection connect(Path data) throws Exception {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty(
                "password", Files.readString(data.resolve("postgres.password")).strip());
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(PORT_LINE);
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", login);
    }

    /** The median time of reading all that a question is answered, in milliseconds. */
    static double median(Connection connection, String question, int runs) throws SQLException {
        var times = new double[runs];
        try (var statement = connection.createStatement()) {
            for (int run = 0; run < runs; run++) {
                long start = System.nanoTime();
                try (var rows = statement.executeQuery(question)) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
                times[run] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[runs / 2];
    }
}
