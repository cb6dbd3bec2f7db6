package io.groundswell.zone;

import java.time.ZoneId;
import java.util.Map;

/** Which zones may be named: those of the tz database, whatever Java has besides, or lacks. */
public final class Zones {
    /**
     * Names of the database that Java knows as no zones, or as fixed offsets. What they stand for here has had the same time since
     * 1970 at least, and is where the database itself links them to, so that nothing else ever has to know them.
     */
    private static final Map<String, String> LINKS = Map.of(
            "EST", "America/Panama",
            "MST", "America/Phoenix",
            "HST", "Pacific/Honolulu",
            "ROC", "Asia/Taipei",
            "GMT+0", "Etc/GMT",
            "GMT-0", "Etc/GMT");

    /** Of Java's own making. */
    private static final String STRANGE = "SystemV/";

    private Zones() {}

    /** The name under which a zone is kept, or the same text where it is none; null stays. */
    public static String named(String name) {
        return name == null ? null : LINKS.getOrDefault(name, name);
    }

    /** Null when there is none of this name. Offsets are none: they know nothing of daylight saving. */
    public static ZoneId read(String name) {
        if (name == null) {
            return null;
        }
        var zone = named(name);
        return ZoneId.getAvailableZoneIds().contains(zone) && !zone.startsWith(STRANGE) ? ZoneId.of(zone) : null;
    }
}
