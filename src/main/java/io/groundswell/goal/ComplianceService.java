package io.groundswell.goal;

import io.groundswell.account.Limit;
import io.groundswell.account.Organization;
import io.groundswell.account.OrganizationService;
import io.groundswell.creator.CreatorService;
import io.groundswell.database.Questions;
import io.groundswell.goal.ComplianceStore.Candidate;
import io.groundswell.program.ProgramService;
import io.groundswell.recording.KeptHistory;
import io.groundswell.series.SeriesError;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells how far the creators of a programme have met their goals, by their current figures. */
@ApplicationScoped
public class ComplianceService {
    /** Most creators in one answer. */
    static final int MOST_CREATORS = 5_000;

    static final int MOST_GOALS = 20_000;

    private static final int AT_ONCE = 500;
    private static final String ADVICE =
            "There is too much to count in %d seconds. Ask for one creator or one period, or try again when the server"
                    + " is less busy";

    private final ProgramService programs;
    private final CreatorService creators;
    private final OrganizationService organizations;
    private final ComplianceStore store;
    private final Results results;
    private final Questions questions;
    private final Clock clock;

    ComplianceService(
            ProgramService programs,
            CreatorService creators,
            OrganizationService organizations,
            ComplianceStore store,
            Results results,
            Questions questions,
            Clock clock) {
        this.programs = programs;
        this.creators = creators;
        this.organizations = organizations;
        this.store = store;
        this.results = results;
        this.questions = questions;
        this.clock = clock;
    }

    /** All creators that were not removed, the newest first, also those without goals. */
    public List<Compliance> of(Owner owner, ComplianceWish wish) {
        return questions.ask(owner, ADVICE, () -> answer(owner, wish));
    }

    /** How many goals have which status. */
    public Map<GoalStatus, Long> counts(Owner owner, ComplianceWish wish) {
        var counts = new EnumMap<GoalStatus, Long>(GoalStatus.class);
        for (var creator : of(owner, wish)) {
            creator.results().forEach(result -> counts.merge(result.status(), 1L, Long::sum));
        }
        return counts;
    }

    private List<Compliance> answer(Owner owner, ComplianceWish wish) {
        programs.get(owner, wish.programId());
        if (wish.creatorId() != null
                && !creators.get(owner, wish.creatorId()).programId().equals(wish.programId())) {
            throw CreatorService.notFound(wish.creatorId());
        }
        var now = clock.instant();
        var organization = organizations.get(owner.organizationId());
        var zone = organization.zone();
        var today = LocalDate.ofInstant(now, zone);
        var date = wish.date() == null ? today : wish.date();
        var oldest = KeptHistory.first(organization, today);
        var told = new ArrayList<Compliance>();
        var goals = 0;
        Candidate last = null;
        do {
            var some = store.candidates(wish, last, AT_ONCE);
            var theirs = store.goals(some, wish.period());
            goals += theirs.size();
            require(told.size() + some.size() <= MOST_CREATORS, "creators", MOST_CREATORS);
            require(goals <= MOST_GOALS, "goals", MOST_GOALS);
            theirs.forEach(goal -> requireKept(organization, goal.aim().period().holding(date), oldest));
            var judged = results.of(owner, theirs, date, zone, now);
            some.forEach(one -> told.add(new Compliance(
                    one.id(),
                    one.handle(),
                    one.displayName(),
                    one.avatarUrl(),
                    judged.getOrDefault(one.id(), List.of()))));
            last = some.size() < AT_ONCE ? null : some.get(some.size() - 1);
        } while (last != null);
        return told;
    }

    /** Of days that are not kept any more a goal would look missed, however it was met. */
    private static void requireKept(Organization organization, Period period, LocalDate oldest) {
        if (period.start().isBefore(oldest)) {
            throw Refusal.of(
                            SeriesError.RETENTION_EXCEEDED,
                            "A period of these goals begins on %s; what was before %s is not kept any more",
                            period.start(),
                            oldest)
                    .with(Map.of(
                            "tier_retention_days",
                            organization.granted(Limit.STATS_HISTORY_RETENTION_DAYS),
                            "oldest_allowed",
                            oldest.toString()));
        }
    }

    private static void require(boolean few, String what, int most) {
        if (!few) {
            throw Refusal.on(
                    GoalError.INVALID_PARAMS,
                    "creator_id",
                    "There are more than %,d %s. Ask for one creator at a time",
                    most,
                    what);
        }
    }
}
