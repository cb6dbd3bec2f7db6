package io.groundswell.campaign;

import io.groundswell.database.Edge;
import io.groundswell.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that is in a campaign.
 *
 * @param label what people know it by
 */
public record Item(UUID campaignId, Member member, String label, Instant addedAt) {

    /** What is in it. */
    public record Member(ItemType type, UUID id) {
        @Override
        public String toString() {
            return type + " " + id;
        }
    }

    static Item of(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("campaign_id", UUID.class),
                new Member(ItemType.valueOf(row.getString("type")), row.getObject("item_id", UUID.class)),
                row.getString("label"),
                Sql.instant(row, "added_at"));
    }

    public Edge edge() {
        return new Edge(addedAt, member.id());
    }
}
