import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a script of SQL statements on a server's embedded database, each in a transaction of its own.
 *
 * <p>usage: {@code java -cp <classes>:<driver.jar> Seed <data-directory> <script> <setting>=<value>...}
 */
class Seed {
    public static void main(String... arguments) throws Exception {
        try (var connection = Database.connect(Path.of(arguments[0]));
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
