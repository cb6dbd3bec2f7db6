import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes the newest draft of the bench's organization again and again, without a server: the mission and the note that counts it, in one commit
 * each. That is what creating one would take if nobody asked who calls, what is allowed and whether it was sent before. Takes them out again.
 *
 * <p>usage: {@code java -cp <classes>:<driver.jar> Create <data-directory> <organization> <connections> <seconds>}
 */
class Create {
    private static final String MISSION = """
            insert into mission
            select r.*
            from mission m
            cross join lateral jsonb_populate_record(m, jsonb_build_object('id', cast(? as text))) r
            where m.id = ?""";
    private static final String DRAFT =
            "select id from mission where organization_id = ? and mode = 'LIVE' and status = 'DRAFT' order by created_at desc, id desc limit 1";
    private static final String COUNTED =
            "insert into creation (organization_id, mode, what, at) values (?, 'LIVE', 'missions_created', timestamptz '1970-01-01')";

    public static void main(String... arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var organization = arguments[1];
        var seconds = Integer.parseInt(arguments[3]);
        var draft = draft(data, organization);
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        var written = new AtomicLong();
        Clients.run(Integer.parseInt(arguments[2]), client -> {
            try (var connection = Database.connect(data)) {
                write(connection, organization, draft, end, written);
            }
        });
        System.out.printf("bare SQL: %d missions, %.1f per s%n", written.get(), written.get() / ((System.nanoTime() - start) / 1e9));
        try (var connection = Database.connect(data);
                var statement = connection.createStatement()) {
            statement.execute("delete from mission where id like 'bench\\_%'");
            statement.execute("delete from creation where at = timestamptz '1970-01-01'");
        }
    }

    private static String draft(Path data, String organization) throws Exception {
        try (var connection = Database.connect(data);
                var statement = connection.prepareStatement(DRAFT)) {
            statement.setString(1, organization);
            try (var found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("No draft to write again");
                }
                return found.getString(1);
            }
        }
    }

    private static void write(Connection connection, String organization, String draft, long end, AtomicLong written) throws SQLException {
        connection.setAutoCommit(false);
        try (var mission = connection.prepareStatement(MISSION);
                var counted = connection.prepareStatement(COUNTED)) {
            mission.setString(2, draft);
            counted.setString(1, organization);
            while (System.nanoTime() < end) {
                mission.setString(1, "bench_" + written.incrementAndGet());
                if (mission.executeUpdate() != 1) {
                    throw new IllegalStateException("No draft to write again");
                }
                counted.executeUpdate();
                connection.commit();
            }
        }
    }
}
