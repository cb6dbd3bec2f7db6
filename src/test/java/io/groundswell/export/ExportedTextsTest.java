package io.groundswell.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever people write, both formats hold it as the database does, read by readers that are not ours. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExportedTextsTest {
    private static final int ITEMS = 400;
    private static final String FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final List<String> WORDS = List.of("primary", "headline", "hook", "body", "cta");
    private static final List<String> LISTS = List.of("thread_parts", "hashtags", "mentions");
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "'",
            "=",
            "+",
            "-",
            "@",
            "=1+1",
            "-5",
            "@SUM(A1)",
            "|",
            "\\",
            "\\n",
            "{",
            "]",
            "null",
            "\u2028",
            "\uFEFF",
            "\u200D",
            "\u202E",
            "\u0001",
            "\u007F",
            "a",
            "word",
            "\u00E4",
            "\u6F22",
            "\uD83D\uDE80",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uFF1D",
            "<b>",
            "%s",
            "#API",
            "");

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(20_261_126);

    @Inject
    ContentFixture fixture;

    @Inject
    AgroalDataSource database;

    @Inject
    Rows rows;

    private String text() {
        var text = new StringBuilder();
        IntStream.range(0, random.nextInt(12)).forEach(any -> text.append(PIECES.get(random.nextInt(PIECES.size()))));
        return text.toString();
    }

    private Map<String, Object> copy() {
        var copy = new LinkedHashMap<String, Object>();
        WORDS.forEach(word -> copy.put(word, random.nextInt(6) == 0 ? null : text()));
        LISTS.forEach(list -> copy.put(
                list,
                IntStream.range(0, random.nextInt(4)).mapToObj(any -> text()).toList()));
        return copy;
    }

    @Test
    void csv_json_and_database_agree_on_every_text() throws Exception {
        // Given
        rows.clear();
        var organization = Archive.organization();
        var owner = new Owner(organization.id(), Mode.TEST);
        var mission = fixture.mission(owner);
        var written = new LinkedHashMap<String, JsonNode>();
        for (var item = 0; item < ITEMS; item++) {
            var id = fixture.draft(owner, mission);
            var copy = copy();
            Sql.text("update content set copy = copy || cast(:copy as jsonb) where id = :id")
                    .update(database, Map.of("id", id, "copy", Archive.write(copy)));
            written.put(id, json.valueToTree(copy));
        }
        var order = Map.<String, Object>of("include", List.of("content"));
        // When
        var document = Archive.json(download(organization.test(), order, "json"));
        var table = Archive.csv(new String(download(organization.test(), order, "csv"), StandardCharsets.UTF_8));
        // Then
        assertThat(table).hasSize(ITEMS);
        assertThat(document.get("content")).hasSize(ITEMS);
        for (var at = 0; at < ITEMS; at++) {
            var cells = table.get(at);
            var object = document.get("content").get(at);
            assertThat(cells).containsEntry("id", object.get("id").asText());
            assertSame(written.get(cells.get("id")), object, cells);
        }
        assertThat(new ArrayList<>(written.keySet()))
                .containsExactlyInAnyOrderElementsOf(
                        table.stream().map(row -> row.get("id")).toList());
    }

    private static byte[] download(String key, Map<String, Object> order, String format) {
        var body = new LinkedHashMap<>(order);
        body.put("format", format);
        return Archive.download(key, Archive.id(key, body)).asByteArray();
    }

    private void assertSame(JsonNode written, JsonNode object, Map<String, String> cells) throws Exception {
        for (var word : WORDS) {
            assertThat(object.get(word)).as(word).isEqualTo(written.get(word));
            assertThat(cells.get(word)).as(word).isEqualTo(cell(written.get(word)));
        }
        for (var list : LISTS) {
            assertThat(object.get(list)).as(list).isEqualTo(written.get(list));
            assertThat(json.readTree(cells.get(list))).as(list).isEqualTo(written.get(list));
        }
    }

    /** What begins like a formula has an apostrophe in front of it, and nothing else is another than it was. */
    private static String cell(JsonNode text) {
        if (text.isNull() || text.asText().isEmpty()) {
            return "";
        }
        return FORMULAS.indexOf(text.asText().charAt(0)) >= 0 ? "'" + text.asText() : text.asText();
    }
}
