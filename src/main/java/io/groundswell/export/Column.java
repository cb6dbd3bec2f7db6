package io.groundswell.export;

import io.groundswell.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** One column of a section, under the name that it has in the file. */
public record Column(String name, Kind kind) {

    /** What its values are; any of them may be null. */
    public enum Kind {
        /** A {@link String}. */
        TEXT {
            @Override
            Object read(ResultSet row, String name) throws SQLException {
                return row.getString(name);
            }
        },
        /** A list of {@link String}. */
        TEXTS {
            @Override
            Object read(ResultSet row, String name) throws SQLException {
                return List.of((String[]) row.getArray(name).getArray());
            }
        },
        /** A {@link Long}. */
        NUMBER {
            @Override
            Object read(ResultSet row, String name) throws SQLException {
                var number = row.getLong(name);
                return row.wasNull() ? null : number;
            }
        },
        /** A {@link java.math.BigDecimal}. */
        RATE {
            @Override
            Object read(ResultSet row, String name) throws SQLException {
                return row.getBigDecimal(name);
            }
        },
        /** A {@link LocalDate}. */
        DAY {
            @Override
            Object read(ResultSet row, String name) throws SQLException {
                return row.getObject(name, LocalDate.class);
            }
        },
        /** An {@link java.time.Instant}. */
        TIME {
            @Override
            Object read(ResultSet row, String name) throws SQLException {
                return Sql.instant(row, name);
            }
        },
        /** An {@link java.time.OffsetDateTime}, whose offset is in a column of its own. */
        LOCAL_TIME {
            @Override
            Object read(ResultSet row, String name) throws SQLException {
                var instant = Sql.instant(row, name);
                return instant == null
                        ? null
                        : instant.atOffset(ZoneOffset.ofTotalSeconds(row.getInt(name + "_offset")));
            }
        };

        abstract Object read(ResultSet row, String name) throws SQLException;
    }

    Object read(ResultSet row) throws SQLException {
        return kind.read(row, name);
    }
}
