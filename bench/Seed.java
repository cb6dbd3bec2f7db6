import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Properties;

/**
 * Runs a script of SQL statements on a server's embedded database, each in a transaction of its own.
 *
 * <p>usage: {@code java -cp <driver.jar> bench/Seed.java <data-directory> <script> <setting>=<value>...}
 */
class Seed {
    private static final int PORT_LINE = 3;

    public static void main(String... arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty(
                "password", Files.readString(data.resolve("postgres.password")).strip());
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(PORT_LINE);
        try (var connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", login);
                var statement = connection.createStatement()) {
            for (int at = 2; at < arguments.length; at++) {
                String[] setting = arguments[at].split("=", 2);
                statement.execute("set " + setting[0] + " = '" + setting[1] + "'");
            }
            for (String sql : Files.readString(Path.of(arguments[1])).split(";\n")) {
                statement.execute(sql);
            }
        }
    }
}
