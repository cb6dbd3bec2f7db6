import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/**
 * Writes rows that a site has once more for a site that is not there, without a server: by plain COPY, which is the most that
 * the table takes, and by one INSERT and commit each, which is what a server without groups would do. Takes them out again.
 *
 * <p>usage: {@code java -cp <classes>:<driver.jar> Copy <data-directory> <rows> <connections> <seconds>}
 */
class Copy {
    private static final long NOBODY = -1;
    private static final String COLUMNS = "site_number, at, seq, name, user_key, user_id, session_key, session_id, country,"
            + " properties, path, hostname, referrer, browser, os, device, language, utm_source, utm_medium, utm_campaign";
    private static final String OTHERS = COLUMNS.substring(COLUMNS.indexOf("at,"));

    public static void main(String... arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var rows = Integer.parseInt(arguments[1]);
        try (var connection = Database.connect(data)) {
            var bytes = new ByteArrayOutputStream();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select " + NOBODY + "::bigint, " + OTHERS + " from event where site_number > 0 limit " + rows
                            + ") to stdout (format binary)", bytes);
            long start = System.nanoTime();
            var written = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy event (" + COLUMNS + ") from stdin (format binary)",
                            new ByteArrayInputStream(bytes.toByteArray()));
            System.out.printf("plain COPY of %,d rows %10.0f events/s%n", written, written / seconds(start));
            connection.createStatement().execute("delete from event where site_number = " + NOBODY);
            insert(connection, data, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            connection.createStatement().execute("delete from event where site_number = " + NOBODY);
        }
    }

    private static void insert(Connection connection, Path data, int connections, int seconds) throws Exception {
        var statements = new ConcurrentLinkedQueue<>(statements(connection));
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        var written = new AtomicLong();
        Clients.run(connections, client -> {
            try (var own = Database.connect(data);
                    var statement = own.createStatement()) {
                for (var sql = statements.poll(); sql != null && System.nanoTime() < end; sql = statements.poll()) {
                    statement.execute(sql);
                    written.incrementAndGet();
                }
            }
        });
        System.out.printf(
                "one INSERT each, %d connections %10.0f events/s%n", connections, written.get() / seconds(start));
    }

    private static List<String> statements(Connection connection) throws Exception {
        var statements = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery("select format('insert into event (" + COLUMNS
                + ") values (" + NOBODY + ", %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L)', "
                + OTHERS + ") from event where site_number > 0 limit 50000")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        return statements;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
