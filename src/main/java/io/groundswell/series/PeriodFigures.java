package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What came new for each of many creators in one period, in the organization's zone: a single statement each, which sees all
 * of it at one moment in any transaction. What nobody knows is 0 here.
 */
@ApplicationScoped
public class PeriodFigures {
    private static final Sql POSTS = Sql.file(PeriodFigures.class, "period-posts.sql");
    private static final Sql VIEWS = Sql.file(PeriodFigures.class, "period-views.sql");
    private static final Sql ENGAGEMENT = Sql.file(PeriodFigures.class, "period-engagement.sql");
    private static final Sql FOLLOWERS = Sql.file(PeriodFigures.class, "period-followers.sql");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AgroalDataSource database;
    private final UnkeptDays unkept;

    PeriodFigures(AgroalDataSource database, UnkeptDays unkept) {
        this.database = database;
        this.unkept = unkept;
    }

    /** Of videos that count and are not switched off. */
    public Map<UUID, BigDecimal> posts(ZoneId zone, Collection<UUID> creators, Span days) {
        var values = values(creators, days);
        ZoneShifts.around(days, zone).into(values);
        var posts = new HashMap<UUID, BigDecimal>();
        POSTS.list(
                database,
                values,
                row -> posts.put(row.getObject("id", UUID.class), BigDecimal.valueOf(row.getLong("posts"))));
        return posts;
    }

    /** Of the same videos, as goals have it. */
    public Map<UUID, BigDecimal> views(Owner owner, ZoneId zone, Collection<UUID> creators, Span days) {
        var gains = kept(VIEWS, owner, zone, creators, days);
        return firsts(gains != null ? gains : unkept.ofTrackedVideos(zone, creators, days, Quantity.VIEWS, null));
    }

    /** Of all videos that count, as everywhere else; without views it is 0. */
    public Map<UUID, BigDecimal> engagementRates(Owner owner, ZoneId zone, Collection<UUID> creators, Span days) {
        var rates = new HashMap<UUID, BigDecimal>();
        ofAll(owner, zone, creators, days).forEach((creator, gain) -> rates.put(creator, gain.percentage()));
        return rates;
    }

    /** Of the same videos: what one gained before it was switched off stays. */
    public Map<UUID, BigDecimal> allViews(Owner owner, ZoneId zone, Collection<UUID> creators, Span days) {
        var views = new HashMap<UUID, BigDecimal>();
        ofAll(owner, zone, creators, days).forEach((creator, gain) -> views.put(creator, gain.other()));
        return views;
    }

    /** Engagement and views. */
    private Map<UUID, Gain> ofAll(Owner owner, ZoneId zone, Collection<UUID> creators, Span days) {
        var gains = kept(ENGAGEMENT, owner, zone, creators, days);
        return gains != null ? gains : unkept.ofVideos(zone, creators, days, Quantity.ENGAGEMENT, Quantity.VIEWS);
    }

    public Map<UUID, BigDecimal> followers(Owner owner, ZoneId zone, Collection<UUID> creators, Span days) {
        var gains = kept(FOLLOWERS, owner, zone, creators, days);
        return firsts(gains != null ? gains : unkept.ofCreators(zone, creators, days, Quantity.FOLLOWERS));
    }

    /** One quantity, and a second one where two are asked for. */
    record Gain(BigDecimal one, BigDecimal other) {
        static final Gain NOTHING = new Gain(BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal percentage() {
            return other.signum() == 0 ? BigDecimal.ZERO : one.multiply(HUNDRED).divide(other, MathContext.DECIMAL64);
        }
    }

    /** By the days that are kept; null while some of the organization's days are those of another zone. */
    private Map<UUID, Gain> kept(Sql statement, Owner owner, ZoneId zone, Collection<UUID> creators, Span days) {
        var values = values(creators, days);
        values.put("organization", owner.organizationId());
        values.put("zone", zone.getId());
        var gains = new HashMap<UUID, Gain>();
        var usable = statement
                .list(database, values, row -> {
                    gains.put(
                            row.getObject("id", UUID.class),
                            new Gain(row.getBigDecimal("one"), row.getBigDecimal("other")));
                    return !row.getBoolean("moving");
                })
                .stream()
                .allMatch(Boolean::booleanValue);
        return usable ? gains : null;
    }

    private static Map<String, Object> values(Collection<UUID> creators, Span days) {
        var values = new HashMap<String, Object>();
        values.put("ids", creators);
        values.put("first", (int) days.first().toEpochDay());
        values.put("last", (int) days.last().toEpochDay());
        return values;
    }

    private static Map<UUID, BigDecimal> firsts(Map<UUID, Gain> gains) {
        var firsts = new HashMap<UUID, BigDecimal>();
        gains.forEach((creator, gain) -> firsts.put(creator, gain.one()));
        return firsts;
    }
}
