package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.content.Content;
import io.groundswell.content.ContentService;
import io.groundswell.database.Questions;
import io.groundswell.database.Sql;
import io.groundswell.metric.Counter;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Answers what one item gained, in all and day by day. */
@ApplicationScoped
public class ContentFigures {
    private static final Sql LIFETIME = Sql.text("""
            select impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained, views
            from metric_subject
            where organization_id = :organization and mode = :mode and kind = 'CONTENT' and subject_id = :content""");
    private static final Sql DAYS = Sql.text("""
            select * from (
                select day, impressions, reach, likes, comments, shares, saves, link_clicks, profile_visits, followers_gained
                from metric_day
                where organization_id = :organization and mode = :mode and kind = 'CONTENT' and subject_id = :content
                order by day desc limit :limit) newest
            order by day""");

    private final Questions questions;
    private final ContentService contents;
    private final AgroalDataSource database;

    ContentFigures(Questions questions, ContentService contents, AgroalDataSource database) {
        this.questions = questions;
        this.contents = contents;
        this.database = database;
    }

    /**
     * @param lifetime nothing for an item that is not out
     * @param views null when nobody has told them: they are no counter of every network
     * @param days those on which something was told, oldest first
     */
    public record Answer(Content content, Figures lifetime, Long views, List<OfDay> days) {}

    public record OfDay(LocalDate day, Figures gained) {}

    private record Lifetime(Figures figures, Long views) {
        static final Lifetime NONE = new Lifetime(Figures.NONE, null);

        static Lifetime of(ResultSet row) throws SQLException {
            return new Lifetime(Measurements.figures(row), row.getObject(Counter.VIEWS.column(), Long.class));
        }
    }

    public Answer of(Owner owner, String contentId) {
        return questions.ask(owner, () -> answer(owner, contentId));
    }

    private Answer answer(Owner owner, String contentId) {
        var content = contents.get(owner, contentId);
        var values = Sql.owned(owner);
        values.put("content", contentId);
        values.put("limit", Periods.MOST_DAYS);
        var lifetime = LIFETIME.first(database, values, Lifetime::of).orElse(Lifetime.NONE);
        var days = DAYS.list(
                database, values, row -> new OfDay(row.getObject("day", LocalDate.class), Measurements.figures(row)));
        return new Answer(content, lifetime.figures(), lifetime.views(), days);
    }
}
