import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Has a server's publisher bring out items that are due, and prints how many it does a second, beside what bare SQL does:
 * the same number of items claimed, posted to the sandbox's book and settled with their event by as many connections as
 * the publisher has deliveries, each in three commits and with nothing around it. The ratio of the two tells what the
 * publisher costs on any machine. Also prints how the database finds what is due.
 *
 * <p>usage: {@code java -cp <classes>:<driver.jar> Publish <data-directory> <url> <operator token> <items>}
 */
class Publish {
    private static final int DELIVERIES = 8;
    private static final Pattern PUBLISHED = Pattern.compile("\"publisher\":(\\d+)");
    private static final String DUE = """
            insert into content
            select made.*
            from (select content as item, row_number() over () as n
                  from content join mission on mission.id = mission_id
                  where mission.status = 'ACTIVE' and content.status = 'PUBLISHED' limit %3$d) c,
                 jsonb_populate_record(c.item, jsonb_build_object(
                     'id', '%1$s' || lpad(n::text, 11, '0'), 'slot', (c.item).slot + %2$d, 'status', 'SCHEDULED',
                     'hold', false, 'scheduled_for', now() - interval '1 minute', 'scheduled_offset_seconds', 0,
                     'publish_due_at', now() - interval '1 minute', 'published_at', null, 'platform_post_id', null,
                     'platform_url', null, 'publish_attempts', 0, 'publish_tried', false, 'publish_claim', null,
                     'archived_at', null)) made""";

    /** What paused missions hold back must not stand in the way of what is due. */
    private static final String OVERDUE = """
            update content set scheduled_for = now() - interval '1 hour', publish_due_at = null
            from mission
            where mission.id = content.mission_id and mission.status = 'PAUSED' and content.status = 'SCHEDULED'""";

    /** Drafts whose start has passed would be started and worked on by the same tick. */
    private static final String NO_OTHER_WORK =
            "update mission set starts_at = now() + interval '10 years' where status = 'DRAFT'";

    private final Path data;
    private final String url;
    private final String token;
    private final int items;

    Publish(Path data, String url, String token, int items) {
        this.data = data;
        this.url = url;
        this.token = token;
        this.items = items;
    }

    public static void main(String... arguments) throws Exception {
        var run = new Publish(
                Path.of(arguments[0]), arguments[1], arguments[2], Integer.parseInt(arguments[3]));
        try (var connection = Database.connect(run.data); var statement = connection.createStatement()) {
            statement.execute(DUE.formatted("cnt_b", 10_000_000, run.items));
            statement.execute(DUE.formatted("cnt_p", 20_000_000, run.items));
            statement.execute(NO_OTHER_WORK);
            int overdue = statement.executeUpdate(OVERDUE);
            statement.execute("vacuum (analyze) content");
            System.out.printf("What is due, behind %d overdue items of paused missions%n", overdue);
            run.printPlan(connection);
            double bare = run.items / run.bareSql();
            statement.execute("vacuum (analyze) content");
            double published = run.items / run.publish();
            run.check(connection);
            System.out.printf("Bare SQL, three commits an item, %d connections  %8.1f items per s%n", DELIVERIES, bare);
            System.out.printf("Publisher, %d deliveries at once                 %8.1f posts per s%n", DELIVERIES, published);
            System.out.printf("ratio                                           %8.2f%n", published / bare);
        }
    }

    /** The publisher's own question, as it is in the product. */
    private void printPlan(Connection connection) throws Exception {
        var question = Files.readString(
                        Path.of("src/main/resources/io/groundswell/publishing/due.sql"))
                .replace(":now", "now()")
                .replace(":limit", Integer.toString(DELIVERIES));
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (int warm = 0; warm < 3; warm++) {
                statement.execute(question);
                connection.rollback();
            }
            try (var plan = statement.executeQuery("explain (analyze, buffers, costs off) " + question)) {
                while (plan.next()) {
                    System.out.println("    " + plan.getString(1));
                }
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private double bareSql() throws Exception {
        var threads = Executors.newFixedThreadPool(DELIVERIES);
        var work = new ArrayList<Callable<Void>>();
        for (int number = 0; number < DELIVERIES; number++) {
            int first = 1 + number;
            work.add(() -> {
                try (var connection = Database.connect(data)) {
                    for (int item = first; item <= items; item += DELIVERIES) {
                        bareSql(connection, "cnt_b%011d".formatted(item));
                    }
                }
                return null;
            });
        }
        long start = System.nanoTime();
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void bareSql(Connection connection, String id) throws SQLException {
        run(connection, id, """
                update content set publish_claim = 'bench', publish_due_at = now() + interval '10 minutes',
                       publish_attempts = 1, publish_tried = true, lock_version = lock_version + 1 where id = ?""");
        run(connection, id, """
                insert into sandbox_post (reference, organization_id, mode, platform, post_id, url, at)
                select id || ':1', organization_id, mode, platform, id, 'https://sandbox.invalid/' || id, now()
                from content where id = ?""");
        connection.setAutoCommit(false);
        run(connection, id, """
                update content set status = 'PUBLISHED', published_at = now(), publish_claim = null, publish_due_at = null,
                       platform_post_id = id, platform_url = 'https://sandbox.invalid/' || id,
                       lock_version = lock_version + 1 where id = ?""");
        run(connection, id, """
                insert into outbox_event (id, organization_id, mode, type, subject_id, data, at)
                select 'evt_' || id, organization_id, mode, 'content.published', id, '{}', now()
                from content where id = ?""");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void run(Connection connection, String id, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Not one row for " + id);
            }
        }
    }

    private double publish() throws Exception {
        var client = HttpClient.newHttpClient();
        var tick = HttpRequest.newBuilder(URI.create(url + "/internal/tick"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        long start = System.nanoTime();
        for (int published = 0; published < items; ) {
            var answer = client.send(tick, BodyHandlers.ofString());
            var count = PUBLISHED.matcher(answer.body());
            if (!count.find() || count.group(1).equals("0")) {
                throw new IllegalStateException("The publisher stopped at " + published + ": " + answer.body());
            }
            published += Integer.parseInt(count.group(1));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void check(Connection connection) throws SQLException {
        for (var expected : List.of(
                "select count(*) from content where id like 'cnt\\_p%' and status = 'PUBLISHED'",
                "select count(*) from sandbox_post where reference like 'cnt\\_p%' and told = 1")) {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery(expected)) {
                result.next();
                if (result.getInt(1) != items) {
                    throw new IllegalStateException(result.getInt(1) + " instead of " + items + ": " + expected);
                }
            }
        }
    }
}
