package io.groundswell.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.shared.Refusal;
import io.groundswell.table.CsvTable.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static List<Row> rows(byte[] file) throws IOException {
        var table = new CsvTable(new ByteArrayInputStream(file));
        var rows = new ArrayList<Row>();
        for (var row = table.next(); row != null; row = table.next()) {
            rows.add(row);
        }
        return rows;
    }

    @Test
    void cells_may_have_commas_quotes_and_lines_of_their_own() throws IOException {
        assertThat(rows("\uFEFFa,b\r\n\"1,\"\"x\"\"\",\"two\nlines\"\r\n\r\n=1+1,😀\n".getBytes(UTF_8)))
                .containsExactly(
                        new Row(2, List.of("1,\"x\"", "two\nlines"), null), new Row(5, List.of("=1+1", "😀"), null));
    }

    @Test
    void bytes_that_are_no_text_cost_their_line_alone() throws IOException {
        var rows = rows("a,b\n1,2\n3,\u00e4\n5,6\n".getBytes(ISO_8859_1));

        assertThat(rows).extracting(Row::fault).containsExactly(null, "The line is not valid UTF-8", null);
        assertThat(rows).extracting(Row::number).containsExactly(2L, 3L, 4L);
    }

    @Test
    void a_name_that_is_no_text_is_refused() {
        assertThatThrownBy(() -> rows("a,\u00e4\n1,2\n".getBytes(ISO_8859_1))).isInstanceOf(Refusal.class);
    }

    @Test
    void empty_lines_are_counted_and_passed_over() throws IOException {
        assertThat(rows("\n\r\na\n\n\n1\n\n".getBytes(UTF_8))).containsExactly(new Row(6, List.of("1"), null));
    }

    @Test
    void after_a_quote_that_is_never_closed_nothing_is_read() throws IOException {
        var table =
                new CsvTable(new ByteArrayInputStream(("a,b\n1,2\n3,\"4\n" + "5,6\n".repeat(100_000)).getBytes(UTF_8)));

        assertThat(table.next().values()).containsExactly("1", "2");
        assertThat(table.isBroken()).isFalse();
        assertThat(table.next())
                .isEqualTo(
                        new Row(3, List.of(), "The line is longer than 65,536 characters; nothing after it was read"));
        assertThat(table.isBroken()).isTrue();
        assertThat(table.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a,a\n1,2\n", "a,\n1,2\n", "a, \n1,2\n", "\"a\n"})
    void names_that_are_none_are_refused(String file) {
        assertThatThrownBy(() -> rows(file.getBytes(UTF_8))).isInstanceOf(Refusal.class);
    }

    @Test
    void a_file_that_breaks_off_is_no_bad_line() throws IOException {
        var table = new CsvTable(new InputStream() {
            private final byte[] text = "a\n1\n2\n".getBytes(UTF_8);
            private int at;

            @Override
            public int read() throws IOException {
                if (at == text.length) {
                    throw new IOException("gone");
                }
                return text[at++];
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                buffer[offset] = (byte) read();
                return 1;
            }
        });

        assertThat(table.next().values()).containsExactly("1");
        assertThat(table.next().values()).containsExactly("2");
        assertThatThrownBy(table::next).isInstanceOf(IOException.class).hasMessage("gone");
    }

    /** 100 MB pass, and at no time is more than a part of them held. */
    @Test
    void what_is_read_is_forgotten() throws IOException {
        var line = ("x".repeat(1_000) + ",\"=1+1\"\n").getBytes(UTF_8);
        var lines = 100_000;
        var table = new CsvTable(new Repeated("a,b\n".getBytes(UTF_8), line, lines));
        var read = 0;
        var first = 0L;
        for (var row = table.next(); row != null; row = table.next()) {
            if (++read == lines / 4) {
                first = used();
            } else if (read % (lines / 4) == 0) {
                // What earlier tests left may go meanwhile, which makes it less.
                assertThat(used() - first).isLessThan(32L << 20);
            }
        }
        assertThat(read).isEqualTo(lines);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static final class Repeated extends InputStream {
        private final byte[] line;
        private byte[] current;
        private int at;
        private int left;

        Repeated(byte[] first, byte[] line, int lines) {
            this.current = first;
            this.line = line;
            this.left = lines;
        }

        @Override
        public int read() {
            if (at == current.length) {
                if (left == 0) {
                    return -1;
                }
                left--;
                current = line;
                at = 0;
            }
            return current[at++];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            var next = read();
            if (next < 0) {
                return -1;
            }
            buffer[offset] = (byte) next;
            var more = Math.min(length - 1, current.length - at);
            System.arraycopy(current, at, buffer, offset + 1, more);
            at += more;
            return more + 1;
        }
    }
}
