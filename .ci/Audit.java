import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Run by {@code .ci/audit}, which says what it is for. */
class Audit {
    /** The service takes no more in one request. */
    private static final int MOST_QUERIES = 1_000;
    /** Of one part. Nothing has as many known faults; a service that goes on is broken. */
    private static final int MOST_PAGES = 20;

    private static final int MANY_REQUESTS = 429;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;
    /** Faults, each with the parts that have it. */
    private final Map<String, TreeSet<String>> found = new TreeMap<>();

    private Audit(URI address) {
        this.address = address;
    }

    private record Accepted(LocalDate until, String reason) {}

    /** The service does not answer now. */
    private static class Away extends Exception {
        Away(String message) {
            super(message);
        }
    }

    public static void main(String[] files) throws Exception {
        var parts = parts(Path.of(files[0]));
        var accepted = accepted(Path.of(files[1]));
        var service = System.getenv().getOrDefault("OSV_URL", "https://api.osv.dev");
        var audit = new Audit(URI.create(service + "/v1/querybatch"));
        String away = null;
        try {
            audit.ask(parts);
        } catch (Away e) {
            away = e.getMessage();
        }
        if (audit.tell(accepted) > 0) {
            System.exit(1);
        }
        System.out.println(
                away == null
                        ? "none of " + parts.size() + " parts has a known fault that is not accepted"
                        : "LEFT OUT: " + away + ", so known faults of the parts were not looked for.");
    }

    /** Without what does not matter for faults, such as that it is a jar. */
    private static List<String> parts(Path list) throws IOException {
        var parts = new TreeSet<String>();
        for (var purl : JSON.readTree(list.toFile()).findValuesAsText("purl")) {
            if (purl.startsWith("pkg:maven/")) {
                parts.add(purl.replaceFirst("[?#].*", ""));
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalStateException("There are no parts in " + list);
        }
        return List.copyOf(parts);
    }

    private static Map<String, Accepted> accepted(Path file) throws IOException {
        var accepted = new TreeMap<String, Accepted>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var words = line.split(" +", 3);
                if (words.length < 3) {
                    throw new IllegalStateException("An id, a day and a reason are to be in: " + line);
                }
                accepted.put(words[0], new Accepted(LocalDate.parse(words[1]), words[2]));
            }
        }
        return accepted;
    }

    private void ask(List<String> parts) throws Away, InterruptedException, IOException {
        for (var at = 0; at < parts.size(); at += MOST_QUERIES) {
            var queries = new ArrayList<ObjectNode>();
            for (var part : parts.subList(at, Math.min(parts.size(), at + MOST_QUERIES))) {
                var query = JSON.createObjectNode();
                query.putObject("package").put("purl", part);
                queries.add(query);
            }
            for (var page = 1; !queries.isEmpty(); page++) {
                if (page > MOST_PAGES) {
                    throw new IllegalStateException("There are more than " + MOST_PAGES + " pages of " + queries.get(0));
                }
                queries = page(queries);
            }
        }
    }

    /** Takes the answers to some queries, and returns the queries that have more of them. */
    private ArrayList<ObjectNode> page(List<ObjectNode> queries) throws Away, InterruptedException, IOException {
        var results = send(queries).path("results");
        if (results.size() != queries.size()) {
            throw new IllegalStateException(results.size() + " answers to " + queries.size() + " queries");
        }
        var more = new ArrayList<ObjectNode>();
        for (var at = 0; at < results.size(); at++) {
            var query = queries.get(at);
            for (var fault : results.get(at).path("vulns")) {
                found.computeIfAbsent(fault.path("id").asText(), id -> new TreeSet<>())
                        .add(query.at("/package/purl").asText());
            }
            var next = results.get(at).path("next_page_token").asText("");
            if (!next.isEmpty()) {
                more.add(query.deepCopy().put("page_token", next));
            }
        }
        return more;
    }

    private JsonNode send(List<ObjectNode> queries) throws Away, InterruptedException, IOException {
        var body = JSON.createObjectNode();
        body.putArray("queries").addAll(queries);
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer;
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Away("no answer from " + address.getHost() + " (" + e + ")");
        }
        if (answer.statusCode() >= 500 || answer.statusCode() == MANY_REQUESTS) {
            throw new Away(address.getHost() + " answers " + answer.statusCode());
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Returns how many faults are not accepted. */
    private int tell(Map<String, Accepted> accepted) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var faults = 0;
        for (var fault : found.entrySet()) {
            var known = accepted.get(fault.getKey());
            if (known != null && today.isBefore(known.until())) {
                System.out.println("accepted until " + known.until() + ": " + fault.getKey() + ", " + known.reason());
                continue;
            }
            faults++;
            System.err.println("audit: " + fault.getKey() + " in " + String.join(", ", fault.getValue())
                    + (known == null ? "" : ", which was accepted until " + known.until())
                    + ": https://osv.dev/vulnerability/" + fault.getKey());
        }
        return faults;
    }
}
