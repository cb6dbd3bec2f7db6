package io.groundswell.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for one table, sent with {@code COPY} in PostgreSQL's binary format: the fastest way in. Runs in the transaction at
 * hand. Each row is begun with {@link #row}, and then has its values in the order of the columns.
 */
public final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int NULL = -1;
    private static final byte JSONB_VERSION = 1;
    private static final int SEND_AT = 65_536;

    private final CopyIn copy;
    private final short columns;
    private byte[] buffer = new byte[2 * SEND_AT];
    private int used;

    private BinaryCopy(CopyIn copy, short columns) {
        this.copy = copy;
        this.columns = columns;
    }

    /**
     * @param columns separated by commas
     * @param rows writes them all
     */
    public static void into(DataSource source, String table, String columns, Consumer<BinaryCopy> rows) {
        try (var connection = source.getConnection()) {
            var copy = open(connection, table, columns);
            try {
                rows.accept(copy);
                copy.end();
            } finally {
                copy.cancel();
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static BinaryCopy open(Connection connection, String table, String columns) throws SQLException {
        var statement = "copy %s (%s) from stdin (format binary)".formatted(table, columns);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        var rows = new BinaryCopy(copy, (short) columns.split(",").length);
        rows.write(SIGNATURE);
        rows.write32(0);
        rows.write32(0);
        return rows;
    }

    public void row() {
        if (used >= SEND_AT) {
            try {
                send();
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
        write16(columns);
    }

    public void number(Long value) {
        if (value == null) {
            write32(NULL);
        } else {
            write32(Long.BYTES);
            write64(value);
        }
    }

    public void time(Instant value) {
        number(value == null ? null : ChronoUnit.MICROS.between(EPOCH, value));
    }

    public void text(String value) {
        if (value == null) {
            write32(NULL);
            return;
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        write32(bytes.length);
        write(bytes);
    }

    public void json(String value) {
        if (value == null) {
            write32(NULL);
            return;
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        write32(bytes.length + 1);
        write(new byte[] {JSONB_VERSION});
        write(bytes);
    }

    private void end() throws SQLException {
        write16((short) -1);
        send();
        copy.endCopy();
    }

    /** Leaves the connection as it was before. */
    private void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer, 0, used);
        used = 0;
    }

    private void write(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void write16(short value) {
        reserve(Short.BYTES);
        buffer[used++] = (byte) (value >> 8);
        buffer[used++] = (byte) value;
    }

    private void write32(int value) {
        write16((short) (value >> 16));
        write16((short) value);
    }

    private void write64(long value) {
        write32((int) (value >> 32));
        write32((int) value);
    }

    private void reserve(int more) {
        if (used + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, used + more));
        }
    }
}
