package io.groundswell.aggregate;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Campaigns of a programme, compared. */
@ApplicationScoped
class CampaignBoard {
    private static final Sql LEADERBOARD = Sql.file(CampaignBoard.class, "campaign-leaderboard.sql");
    private static final Sql CREATORS = Sql.file(CampaignBoard.class, "campaign-creators.sql");

    private final AgroalDataSource database;

    CampaignBoard(AgroalDataSource database) {
        this.database = database;
    }

    Ranking<CampaignStanding> leaders(UUID program, Period period, CampaignOrder order, Cut cut) {
        var values = new HashMap<String, Object>();
        values.put("program", program);
        values.put("order", order);
        period.into(values);
        cut.into(values);
        return Ranking.of(
                LEADERBOARD,
                database,
                values,
                row -> new CampaignStanding(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("target_views", Long.class),
                        row.getLong("posts"),
                        Counts.of(row)));
    }

    /** In the order of their names. Those without creators are left out. */
    List<Circle> circles(UUID program) {
        return CREATORS.list(database, Map.of("program", program), CampaignBoard::circle);
    }

    private static Circle circle(ResultSet row) throws SQLException {
        var creators = new BitSet();
        for (var number : (Integer[]) row.getArray("creators").getArray()) {
            creators.set(number);
        }
        return new Circle(row.getObject("id", UUID.class), row.getString("name"), creators);
    }
}
