package io.groundswell.aggregate;

import io.groundswell.account.OrganizationService;
import io.groundswell.database.Questions;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Compares all that counts in a programme, as it is now. Nothing is kept: what was just recorded is in the answer. */
@ApplicationScoped
public class AggregateService {
    private static final String ADVICE =
            "There is too much to count in %d seconds. Ask for fewer days, or try again when the server is less busy";

    private final OrganizationService organizations;
    private final ProgramService programs;
    private final Questions questions;
    private final VideoBoard videos;
    private final CreatorBoard creators;
    private final CampaignBoard campaigns;

    AggregateService(
            OrganizationService organizations,
            ProgramService programs,
            Questions questions,
            VideoBoard videos,
            CreatorBoard creators,
            CampaignBoard campaigns) {
        this.organizations = organizations;
        this.programs = programs;
        this.questions = questions;
        this.videos = videos;
        this.creators = creators;
        this.campaigns = campaigns;
    }

    /** The time zone of days, unless the question names another. */
    public ZoneId zone(Owner owner) {
        return organizations.zone(owner);
    }

    public Ranking<VideoStanding> videos(Owner owner, UUID program, Period period, VideoOrder order, Cut cut) {
        return ask(owner, program, () -> videos.leaders(program, period, order, cut));
    }

    public List<HourOfWeek> hours(Owner owner, UUID program, Period period) {
        return ask(owner, program, () -> videos.hours(program, period));
    }

    public Distribution distribution(Owner owner, UUID program, Period period) {
        return ask(owner, program, () -> videos.distribution(program, period));
    }

    /** @param times the multiple, or fraction, of the median from which a video is an outlier */
    public Outliers outliers(Owner owner, UUID program, Period period, Side side, BigDecimal times, Cut cut) {
        return ask(owner, program, () -> videos.outliers(program, period, side, times, cut));
    }

    public Ranking<CreatorStanding> creators(Owner owner, UUID program, Period period, CreatorOrder order, Cut cut) {
        return ask(owner, program, () -> creators.leaders(program, period, order, cut));
    }

    public Ranking<Rhythm> rhythms(Owner owner, UUID program, Weeks weeks, RhythmOrder order, Cut cut) {
        return ask(owner, program, () -> creators.rhythms(program, weeks, order, cut));
    }

    public Ranking<CampaignStanding> campaigns(Owner owner, UUID program, Period period, CampaignOrder order, Cut cut) {
        return ask(owner, program, () -> campaigns.leaders(program, period, order, cut));
    }

    public Ranking<Overlap> overlaps(Owner owner, UUID program, Cut cut) {
        return Overlaps.rank(ask(owner, program, () -> campaigns.circles(program)), cut);
    }

    private <T> T ask(Owner owner, UUID program, Supplier<T> question) {
        return questions.ask(owner, ADVICE, () -> {
            programs.get(owner, program);
            return question.get();
        });
    }
}
