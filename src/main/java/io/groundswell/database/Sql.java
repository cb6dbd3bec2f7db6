package io.groundswell.database;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * One SQL statement with named parameters, written as psql takes it: {@code :name} is a parameter, {@code ::} and
 * comments are left alone. A list is a {@code text[]}, an array of numbers a {@code bigint[]}, one of arrays of bytes a
 * {@code bytea[]}, an enum its Java name. Runs in the transaction at hand, or by itself when there is none.
 */
public final class Sql {
    private static final Pattern TOKEN = Pattern.compile(
            "--[^\n]*|/\\*.*?\\*/|'(?:[^']++|'')*+'|\"[^\"]*\"|::|\\?|:([a-z][a-z0-9_]*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Turns the row at the cursor into a value. */
    public interface Row<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final String statement;
    private final List<String> names = new ArrayList<>();

    private Sql(String text) {
        var matcher = TOKEN.matcher(text);
        statement = matcher.replaceAll(match -> {
            var name = matcher.group(1);
            if (name == null) {
                // The driver takes a lone question mark, which is an operator here, for a parameter.
                var kept = match.group().equals("?") ? "??" : match.group();
                return Matcher.quoteReplacement(kept);
            }
            names.add(name);
            return "?";
        });
    }

    /** The statement as the driver takes it. */
    String statement() {
        return statement;
    }

    public static Sql text(String text) {
        return new Sql(text);
    }

    /** The file of this name beside the class. */
    public static Sql file(Class<?> owner, String name) {
        return new Sql(read(owner, name));
    }

    /** What the file of this name beside the class says, for a statement that something is put into. */
    public static String read(Class<?> owner, String name) {
        try (var stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No file " + name + " beside " + owner);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parameters that rows of an owner are found by; more can be put to them. */
    public static Map<String, Object> owned(Owner owner) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", owner.organizationId());
        parameters.put("mode", owner.mode());
        return parameters;
    }

    /** Whose the row at the cursor is. */
    public static Owner owner(ResultSet row) throws SQLException {
        return new Owner(row.getString("organization_id"), Mode.valueOf(row.getString("mode")));
    }

    public <T> List<T> list(DataSource source, Map<String, ?> parameters, Row<T> row) {
        return run(source, parameters, prepared -> {
            var rows = new ArrayList<T>();
            try (var result = prepared.executeQuery()) {
                while (result.next()) {
                    rows.add(row.map(result));
                }
            }
            return rows;
        });
    }

    /** Looks at the row at the cursor, and says whether it wants another one. */
    public interface Reader {
        boolean read(ResultSet row) throws SQLException;
    }

    /**
     * Hands out rows without ever holding more of them than {@code ahead}, until there are none or the reader has had enough.
     * Only in a transaction does the database wait with the rest.
     *
     * @return whether there were none any more
     */
    public boolean read(DataSource source, Map<String, ?> parameters, int ahead, Reader reader) {
        return run(source, parameters, prepared -> {
            prepared.setFetchSize(ahead);
            try (var result = prepared.executeQuery()) {
                var more = true;
                while (more && result.next()) {
                    more = reader.read(result);
                }
                return more;
            }
        });
    }

    /** What the first row is mapped to; empty also when that is null, as the least of nothing is. */
    public <T> Optional<T> first(DataSource source, Map<String, ?> parameters, Row<T> row) {
        var rows = list(source, parameters, row);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /** Whether there is a row. */
    public boolean exists(DataSource source, Map<String, ?> parameters) {
        return run(source, parameters, prepared -> {
            try (var result = prepared.executeQuery()) {
                return result.next();
            }
        });
    }

    /** Runs a query for its effect alone. */
    public void call(DataSource source, Map<String, ?> parameters) {
        run(source, parameters, PreparedStatement::execute);
    }

    /** Returns how many rows were written. */
    public int update(DataSource source, Map<String, ?> parameters) {
        return run(source, parameters, PreparedStatement::executeUpdate);
    }

    /** Once for each, sent together. Returns how many rows were written in all. */
    public int updateEach(DataSource source, List<? extends Map<String, ?>> each) {
        try (var connection = source.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (var parameters : each) {
                bind(connection, prepared, parameters);
                prepared.addBatch();
            }
            return IntStream.of(prepared.executeBatch()).sum();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(DataSource source, Map<String, ?> parameters, Work<T> work) {
        try (var connection = source.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            bind(connection, prepared, parameters);
            return work.with(prepared);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void bind(Connection connection, PreparedStatement prepared, Map<String, ?> parameters)
            throws SQLException {
        for (var at = 0; at < names.size(); at++) {
            var name = names.get(at);
            if (!parameters.containsKey(name)) {
                throw new IllegalArgumentException("No value for :" + name);
            }
            bind(connection, prepared, at + 1, parameters.get(name));
        }
    }

    private static void bind(Connection connection, PreparedStatement prepared, int index, Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            prepared.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Collection<?> elements) {
            var texts = elements.stream().map(Sql::element).toArray();
            prepared.setArray(index, connection.createArrayOf("text", texts));
        } else if (value instanceof Long[] elements) {
            prepared.setArray(index, connection.createArrayOf("int8", elements));
        } else if (value instanceof byte[][] elements) {
            prepared.setArray(index, connection.createArrayOf("bytea", elements));
        } else if (value instanceof Enum<?> constant) {
            prepared.setString(index, constant.name());
        } else {
            prepared.setObject(index, value);
        }
    }

    private static String element(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /** The instant in a {@code timestamptz} column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
