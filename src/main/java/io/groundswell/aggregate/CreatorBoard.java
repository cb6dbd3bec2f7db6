package io.groundswell.aggregate;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Creators of a programme, compared in the database. */
@ApplicationScoped
class CreatorBoard {
    private static final Sql FIGURES = Sql.file(CreatorBoard.class, "creator-figures.sql");
    private static final Sql CONSISTENCY = Sql.file(CreatorBoard.class, "posting-consistency.sql");

    private final AgroalDataSource database;

    CreatorBoard(AgroalDataSource database) {
        this.database = database;
    }

    Ranking<CreatorStanding> leaders(UUID program, Period period, CreatorOrder order, Cut cut) {
        return Ranking.of(FIGURES, database, values(program, period, order, cut), CreatorBoard::standing);
    }

    private static CreatorStanding standing(ResultSet row) throws SQLException {
        return new CreatorStanding(
                row.getObject("id", UUID.class),
                row.getString("handle"),
                row.getString("display_name"),
                row.getObject("followers", Long.class),
                row.getLong("posts"),
                row.getLong("measured"),
                Counts.of(row),
                Counts.number(row, "engagement"));
    }

    Ranking<Rhythm> rhythms(UUID program, Weeks weeks, RhythmOrder order, Cut cut) {
        var values = values(program, weeks.period(), order, cut);
        values.put("weeks", weeks.count());
        return Ranking.of(CONSISTENCY, database, values, row -> rhythm(row, weeks));
    }

    private static Rhythm rhythm(ResultSet row, Weeks weeks) throws SQLException {
        return new Rhythm(
                row.getObject("id", UUID.class),
                row.getString("handle"),
                row.getString("display_name"),
                weeks.count(),
                row.getLong("posts"),
                row.getLong("squares"),
                row.getLong("active"),
                row.getLong("least"),
                row.getLong("most"));
    }

    private static Map<String, Object> values(UUID program, Period period, Enum<?> order, Cut cut) {
        var values = new HashMap<String, Object>();
        values.put("program", program);
        values.put("order", order);
        period.into(values);
        cut.into(values);
        return values;
    }
}
