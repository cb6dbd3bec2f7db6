package io.groundswell.site;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.account.Plan;
import io.groundswell.database.Questions;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Asks about sites by their names. Every statement of a question sees the same moment, and each answer is counted. */
@ApplicationScoped
public class SiteQuestions {
    private static final String ADVICE =
            "There is too much to count in %d seconds. Ask for a shorter time (since), for a"
                    + " single event, or for fewer steps or groups, or try again when the server is less busy";
    private static final Sql ASKED = Sql.file(SiteQuestions.class, "asked-site.sql");
    private static final Sql FIRST = Sql.file(SiteQuestions.class, "first-site.sql");

    private final AgroalDataSource database;
    private final Questions questions;
    private final Reads reads;
    private final Clock clock;

    SiteQuestions(AgroalDataSource database, Questions questions, Reads reads, Clock clock) {
        this.database = database;
        this.questions = questions;
        this.reads = reads;
        this.clock = clock;
    }

    /** @param name of the site; may be null, which is refused */
    public <T> T ask(Owner owner, String name, Function<AskedSite, T> question) {
        if (name == null || name.isEmpty()) {
            throw Refusal.on(SiteError.PROJECT_REQUIRED, "project", "project must name one of your projects");
        }
        return askOrFirst(owner, name, question);
    }

    /** @param name of the site; the oldest one's when it is null or empty */
    public <T> T askOrFirst(Owner owner, String name, Function<AskedSite, T> question) {
        return questions.ask(owner, ADVICE, () -> {
            var site = find(owner, name);
            var answer = question.apply(site);
            reads.count(site.id());
            return answer;
        });
    }

    /** The same site, of which nothing is asked: it is not counted. */
    public AskedSite find(Owner owner, String name) {
        return name == null || name.isEmpty() ? first(owner) : named(owner, name);
    }

    private AskedSite first(Owner owner) {
        return FIRST.first(database, Map.of("organization", owner.organizationId()), this::asked)
                .orElseThrow(() -> Refusal.of(
                        SiteError.PROJECT_NOT_FOUND, "There is no project yet. Make one with POST /projects"));
    }

    private AskedSite named(Owner owner, String name) {
        // No site has such a name, and the database has no place for the character.
        if (name.indexOf(0) < 0) {
            var found =
                    ASKED.first(database, Map.of("organization", owner.organizationId(), "name", name), this::asked);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw Refusal.of(SiteError.PROJECT_NOT_FOUND, "No project is called '%s'", name);
    }

    private AskedSite asked(ResultSet row) throws SQLException {
        var limits = new HashMap<String, Long>();
        var days = row.getObject("retention_days", Long.class);
        if (days != null) {
            limits.put(Limit.SITE_RETENTION_DAYS.toString(), days);
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new AskedSite(
                row.getString("id"),
                row.getLong("number"),
                row.getString("name"),
                row.getLong("total_events"),
                today,
                KeptDays.oldest(today, Limit.SITE_RETENTION_DAYS.granted(Plan.valueOf(row.getString("plan")), limits)));
    }
}
