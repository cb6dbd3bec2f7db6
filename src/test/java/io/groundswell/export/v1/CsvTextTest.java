package io.groundswell.export.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.export.Section;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    private final CsvText csv = new CsvText(new ObjectMapper());

    private String line(Object... values) {
        var text = new StringBuilder();
        csv.row(text, Section.COSTS, Arrays.asList(values), true);
        return text.toString();
    }

    @Test
    void the_header_names_the_columns() {
        var text = new StringBuilder();
        csv.begin(text, Section.COSTS, true);
        assertThat(text)
                .hasToString("at,provider,type,model,stage,mission_id,mission_name,content_id,job_id,"
                        + "requests,tokens,images,cost_cents\r\n");
    }

    @Test
    void quotes_commas_and_line_ends_are_quoted_and_the_rest_is_left_alone() {
        assertThat(line("plain", "a,b", "say \"hi\"", "two\nlines", "two\r\nlines", " blank ", "it's"))
                .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"two\r\nlines\",\" blank \",it's\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"})
    void what_a_spreadsheet_takes_for_a_formula_is_made_harmless(String text) {
        assertThat(CsvText.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @CsvSource({"a=1", "1-1", "#tag", "'x", "(=1)"})
    void other_texts_are_kept(String text) {
        assertThat(CsvText.harmless(text)).isEqualTo(text);
    }

    @Test
    void numbers_stay_numbers_and_nothing_is_an_empty_cell() {
        assertThat(line(-5L, new BigDecimal("-3.50"), new BigDecimal("1E+3"), null, ""))
                .isEqualTo("-5,-3.50,1000,,\r\n");
    }

    @Test
    void lists_are_json_and_times_are_to_the_second() {
        assertThat(line(List.of("#a", "say \"hi\""), List.of(), Instant.parse("2026-01-02T03:04:05.678901Z")))
                .isEqualTo("\"[\"\"#a\"\",\"\"say \\\"\"hi\\\"\"\"\"]\",[],2026-01-02T03:04:05Z\r\n");
    }
}
