package io.groundswell.sentiment;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.OrganizationService;
import io.groundswell.campaign.CampaignService;
import io.groundswell.creator.CreatorService;
import io.groundswell.database.Questions;
import io.groundswell.database.Sql;
import io.groundswell.program.ProgramService;
import io.groundswell.sentiment.Sentiment.Warning;
import io.groundswell.series.Terms;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.video.VideoService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.UUID;

/** Answers how kind comments are. */
@ApplicationScoped
public class SentimentService {
    private static final String ADVICE =
            "There is too much to count in %d seconds. Ask for fewer days, or try again when the server is less busy";
    private static final Sql SENTIMENT = Sql.file(SentimentService.class, "sentiment.sql");

    private final OrganizationService organizations;
    private final ProgramService programs;
    private final CampaignService campaigns;
    private final CreatorService creators;
    private final VideoService videos;
    private final Questions questions;
    private final AgroalDataSource database;
    private final Clock clock;

    SentimentService(
            OrganizationService organizations,
            ProgramService programs,
            CampaignService campaigns,
            CreatorService creators,
            VideoService videos,
            Questions questions,
            AgroalDataSource database,
            Clock clock) {
        this.organizations = organizations;
        this.programs = programs;
        this.campaigns = campaigns;
        this.creators = creators;
        this.videos = videos;
        this.questions = questions;
        this.database = database;
        this.clock = clock;
    }

    /** The time zone of the days in a question. */
    public ZoneId zone(Owner owner) {
        return organizations.zone(owner);
    }

    public Sentiment answer(Owner owner, SentimentQuestion question) {
        return questions.ask(owner, ADVICE, () -> {
            requireThere(owner, question);
            requireKept(owner, question);
            return read(question, zone(owner));
        });
    }

    private void requireThere(Owner owner, SentimentQuestion question) {
        programs.get(owner, question.program());
        if (question.campaign() != null) {
            var campaign = campaigns.get(owner, question.campaign());
            requireOf(question, campaign.programId(), "campaign", campaign.id());
        }
        if (question.creator() != null) {
            var creator = creators.get(owner, question.creator());
            requireOf(question, creator.programId(), "creator", creator.id());
        }
        if (question.video() != null) {
            var video = videos.get(owner, question.video());
            requireOf(question, video.programId(), "video", video.id());
        }
    }

    private void requireKept(Owner owner, SentimentQuestion question) {
        var terms = Terms.of(organizations.get(owner.organizationId()));
        var oldest = terms.oldest(LocalDate.ofInstant(clock.instant(), terms.zone()));
        if (oldest != null && question.first().isBefore(oldest)) {
            throw terms.tooOld(oldest);
        }
    }

    private static void requireOf(SentimentQuestion question, UUID program, String kind, UUID id) {
        if (!program.equals(question.program())) {
            throw Refusal.of(SentimentError.NOT_OF_PROJECT, "No such %s: %s", kind, id);
        }
    }

    private Sentiment read(SentimentQuestion question, ZoneId zone) {
        var values = new HashMap<String, Object>();
        values.put("program", question.program().toString());
        values.put("campaign", text(question.campaign()));
        values.put("creator", text(question.creator()));
        values.put("video", text(question.video()));
        values.put("begin", question.first().atStartOfDay(zone).toInstant());
        values.put("end", question.last().plusDays(1).atStartOfDay(zone).toInstant());
        values.put("most_warned", Sentiment.MOST_WARNINGS);
        values.put("least_analysed", Sentiment.LEAST_ANALYSED);
        values.put("least_negative", Sentiment.LEAST_NEGATIVE);
        var rows = SENTIMENT.list(
                database,
                values,
                row -> new Warning(
                        row.getObject("video_id", UUID.class),
                        row.getString("title"),
                        row.getString("url"),
                        mood(row)));
        return new Sentiment(rows.get(0).mood(), rows.subList(1, rows.size()));
    }

    private static Mood mood(ResultSet row) throws SQLException {
        return new Mood(
                row.getLong("comments"),
                row.getLong("analysed"),
                row.getLong("positive"),
                row.getLong("negative"),
                row.getDouble("score"));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
