package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The editorial calendars. A slot's key, (mission, cycle, slot), makes a second item for it impossible. */
@ApplicationScoped
class Calendar {
    private static final Sql ADD = Sql.file(Calendar.class, "add-slot.sql");
    private static final Sql NEXT = Sql.file(Calendar.class, "next-slot.sql");
    private static final Sql PROGRESS = Sql.file(Calendar.class, "calendar-progress.sql");
    private static final Sql CLEAR = Sql.text("""
            delete from calendar_slot s
            where s.mission_id = :mission and s.cycle = :cycle
              and not exists (select from content c where c.id = s.content_id)""");
    private static final Sql FREE = Sql.text("""
            select coalesce(max(slot) + 1, 0) as slot from content where mission_id = :mission and cycle = :cycle""");
    private static final Sql EARLIER = Sql.text("""
            select count(*) as items from calendar_slot where mission_id = :mission and cycle < :cycle""");
    private static final Sql PLANNED = Sql.text("""
            select platform, count(*) as items from calendar_slot
            where mission_id = :mission and cycle <= :cycle group by platform""");
    private static final Sql NUMBER = Sql.text("select number from calendar_slot where content_id = :content");
    private static final Sql DROP = Sql.text("""
            update calendar_slot set dropped_reason = :reason
            where mission_id = :mission and cycle = :cycle and slot = :slot""");

    private final AgroalDataSource database;

    Calendar(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Takes from the calendar of a cycle what has no item.
     *
     * @return the first slot behind those that have one
     */
    int clear(String missionId, int cycle) {
        var key = Map.<String, Object>of("mission", missionId, "cycle", cycle);
        CLEAR.update(database, key);
        return FREE.first(database, key, row -> row.getInt("slot")).orElseThrow();
    }

    void write(Lease lease, List<CalendarSlot> slots) {
        slots.forEach(slot -> ADD.update(database, values(lease, slot)));
    }

    private static Map<String, Object> values(Lease lease, CalendarSlot slot) {
        var values = new HashMap<String, Object>();
        values.put("organization", lease.owner().organizationId());
        values.put("mode", lease.owner().mode());
        values.put("mission", lease.missionId());
        values.put("cycle", slot.cycle());
        values.put("slot", slot.slot());
        values.put("at", slot.at());
        values.put("offset", slot.offsetSeconds());
        values.put("platform", slot.platform());
        values.put("type", slot.type());
        values.put("pillar", slot.pillar());
        values.put("topic", slot.topic());
        values.put("number", slot.number());
        values.put("content", slot.contentId());
        return values;
    }

    /** How many items all earlier cycles planned. */
    int itemsBefore(String missionId, int cycle) {
        return EARLIER.first(database, Map.of("mission", missionId, "cycle", cycle), row -> row.getInt("items"))
                .orElseThrow();
    }

    /** How many items are planned on each platform, those of the cycle itself among them. */
    Map<Platform, Integer> plannedUpTo(String missionId, int cycle) {
        var planned = new EnumMap<Platform, Integer>(Platform.class);
        PLANNED.list(
                database,
                Map.of("mission", missionId, "cycle", cycle),
                row -> planned.put(Platform.valueOf(row.getString("platform")), row.getInt("items")));
        return planned;
    }

    Optional<CalendarSlot> next(String missionId, int cycle) {
        return NEXT.first(database, Map.of("mission", missionId, "cycle", cycle), Calendar::slot);
    }

    private static CalendarSlot slot(ResultSet row) throws SQLException {
        return new CalendarSlot(
                row.getInt("cycle"),
                row.getInt("slot"),
                Sql.instant(row, "at"),
                row.getInt("offset_seconds"),
                Platform.valueOf(row.getString("platform")),
                ContentType.valueOf(row.getString("type")),
                row.getString("pillar"),
                row.getString("topic"),
                row.getInt("number"),
                row.getString("content_id"));
    }

    /** An item's number within its mission. */
    int number(String contentId) {
        return NUMBER.first(database, Map.of("content", contentId), row -> row.getInt("number"))
                .orElse(0);
    }

    record Progress(int planned, int dropped, int made) {
        int percent() {
            return planned == 0 ? 100 : (made + dropped) * 100 / planned;
        }
    }

    Progress progress(String missionId, int cycle) {
        return PROGRESS.first(
                        database,
                        Map.of("mission", missionId, "cycle", cycle),
                        row -> new Progress(row.getInt("planned"), row.getInt("dropped"), row.getInt("made")))
                .orElseThrow();
    }

    void drop(String missionId, CalendarSlot slot, String reason) {
        DROP.update(
                database, Map.of("mission", missionId, "cycle", slot.cycle(), "slot", slot.slot(), "reason", reason));
    }
}
