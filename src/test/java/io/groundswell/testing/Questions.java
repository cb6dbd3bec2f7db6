package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.database.Sql;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Questions that were asked before, to be asked once more and again, each at the same moment. */
final class Questions {
    private static final Instant NOW = Instant.parse("2031-06-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** One does not end, the other tells of the process. */
    private static final Set<String> LEFT_OUT = Set.of("/stream", "/internal/metrics");
    /** Ids and counts of these questions themselves, the milliseconds since their moment, and whether an answer is remembered. */
    private static final Pattern PASSING = Pattern.compile("\\breq_\\w+"
            + "|(?<=\"last_used_at\":)(null|\"[^\"]+\")"
            + "|(?<=\"(total_reads|reads|api_calls|timestamp|cached)\":)\\w+"
            + "|(?<=2031-06-01T00:00:0)\\d(\\.\\d+)?(?=Z)");

    private final List<HttpRequest> questions = new ArrayList<>();

    void add(List<HttpRequest> more) {
        more.stream()
                .filter(question -> !LEFT_OUT.contains(question.uri().getPath()))
                .forEach(questions::add);
    }

    /** What each is answered; limits begin anew. */
    List<String> ask(DataSource database) throws InterruptedException {
        awaitReady();
        for (var counts : List.of("rate_window", "endpoint_window")) {
            Sql.text("delete from " + counts).update(database, Map.of());
        }
        var answers = new ArrayList<String>();
        for (var question : questions) {
            Api.setClock(NOW);
            var answer = Player.send(question);
            answers.add(
                    answer.statusCode() + "\n" + PASSING.matcher(answer.body()).replaceAll("…"));
        }
        Api.resetClock();
        return answers;
    }

    private void awaitReady() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (Api.operator().get("/v1/ready").statusCode() != 200) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(100);
        }
    }

    void requireSame(List<String> before, List<String> after) {
        var differences = new ArrayList<String>();
        for (var at = 0; at < questions.size(); at++) {
            if (!before.get(at).equals(after.get(at))) {
                differences.add("%s%n%s%n%s".formatted(questions.get(at).uri(), before.get(at), after.get(at)));
            }
        }
        var successes =
                before.stream().filter(answer -> answer.startsWith("200\n")).count();
        System.out.printf(
                "Restored: %,d questions of transcripts, %,d with an answer, %d answered otherwise%n",
                questions.size(), successes, differences.size());
        assertThat(differences).isEmpty();
    }
}
