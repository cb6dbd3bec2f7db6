package io.groundswell.pipeline;

import io.groundswell.cost.Ledger;
import io.groundswell.generation.BrandService;
import io.groundswell.generation.Plan;
import io.groundswell.generation.PlanBrief;
import io.groundswell.generation.Providers;
import io.groundswell.generation.Route;
import io.groundswell.generation.Usage;
import io.groundswell.generation.Writer;
import io.groundswell.mission.Constraints;
import io.groundswell.mission.Mission;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.EngagementSource;
import io.groundswell.publishing.ScheduleService;
import io.groundswell.publishing.SlotPlanner;
import io.groundswell.publishing.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Turns objectives into pillars and topics, and these into an editorial calendar for the next days. */
@ApplicationScoped
class StrategyStage implements StageWork {
    private final Leases leases;
    private final Ledger ledger;
    private final Providers providers;
    private final PaidCalls calls;
    private final BrandService brands;
    private final Calendar calendar;
    private final Occupancy occupancy;
    private final Emphases emphases;
    private final EngagementSource engagement;
    private final ScheduleService schedule;
    private final StageEvents events;
    private final PipelineConfig config;
    private final Clock clock;

    StrategyStage(
            Leases leases,
            Ledger ledger,
            Providers providers,
            PaidCalls calls,
            BrandService brands,
            Calendar calendar,
            Occupancy occupancy,
            Emphases emphases,
            EngagementSource engagement,
            ScheduleService schedule,
            StageEvents events,
            PipelineConfig config,
            Clock clock) {
        this.leases = leases;
        this.ledger = ledger;
        this.providers = providers;
        this.calls = calls;
        this.brands = brands;
        this.calendar = calendar;
        this.occupancy = occupancy;
        this.emphases = emphases;
        this.engagement = engagement;
        this.schedule = schedule;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.STRATEGY;
    }

    @Override
    public void step(Lease lease) {
        var order = leases.guarded(lease, (mission, job) -> {
            job.plan().follow(Direction.of(mission));
            var planned = brief(lease, mission, job);
            var writer = providers.writer(lease.owner(), job.tries().givenUp());
            var call = new Spending.Call(planned.reference(), writer.provider(), "llm", writer.estimateCents(planned));
            ledger.reserve(Spending.on(mission, job.id(), Stage.STRATEGY, null, call));
            return new Order(writer, planned);
        });
        var brief = order.brief();
        var plan = plan(lease, order);
        // Outside the lease: the call is paid for, whoever has the job by now.
        ledger.settle(lease.owner(), brief.reference(), Spending.receipt(plan.usage()));
        leases.guarded(lease, (mission, job) -> {
            draw(lease, mission, job, emphases.apply(mission.id(), plan), brief.platforms());
            return null;
        });
    }

    private record Order(Writer writer, PlanBrief brief) {}

    private Plan plan(Lease lease, Order order) {
        var route = new Route(Usage.Kind.LLM, order.writer().provider());
        var line = new PaidCalls.Line(lease.owner(), order.brief().reference(), route);
        return calls.make(line, () -> leases.guarded(lease, (mission, job) -> null), () -> order.writer()
                .plan(order.brief()));
    }

    private PlanBrief brief(Lease lease, Mission mission, PipelineJob job) {
        var direction = job.plan().direction();
        var constraints = direction.constraints();
        return new PlanBrief(
                "%s:plan:%d:%d".formatted(job.id(), job.cycle(), job.run()),
                mission.id(),
                mission.name(),
                mission.description(),
                direction.objectives(),
                brands.brandOf(lease.owner()),
                constraints.tone(),
                platforms(job, constraints),
                constraints.contentTypes() == null ? Set.of() : constraints.contentTypes(),
                constraints.excludedTopics(),
                job.cycle());
    }

    /** The connected platforms that take any of the types the mission allows. */
    private static List<Platform> platforms(PipelineJob job, Constraints constraints) {
        var types = constraints.contentTypes();
        var taking = StageOutputs.platforms(job).stream()
                .filter(platform -> types == null || types.stream().anyMatch(type -> type.fits(platform)))
                .toList();
        if (taking.isEmpty()) {
            throw new Permanent(
                    PipelineError.PLATFORM_NOT_CONNECTED,
                    "None of the connected platforms takes any of the mission's content types");
        }
        return taking;
    }

    private void draw(Lease lease, Mission mission, PipelineJob job, Plan plan, List<Platform> platforms) {
        // What is late may be given days meanwhile that look free: from here on both see what the other has written.
        schedule.holdAgenda(lease.owner());
        var earlier = calendar.itemsBefore(mission.id(), job.cycle());
        var planner = planner(lease, mission, job, platforms);
        var span = span(planner, mission, job);
        var slots = planner.plan(span.from(), span.until(), occupancy.between(lease, span), earlier)
                .slots();
        var first = calendar.clear(mission.id(), job.cycle());
        var before = calendar.plannedUpTo(mission.id(), job.cycle());
        var planned = new CalendarPlanner(plan, job.cycle(), before).fill(slots, first, earlier);
        calendar.write(lease, planned);
        job.plan().planned(span.until());
        job.complete(StageOutputs.strategy(plan, planned, slots, span), clock.instant());
        events.completed(job, Stage.STRATEGY);
    }

    private SlotPlanner planner(Lease lease, Mission mission, PipelineJob job, List<Platform> platforms) {
        var constraints = job.plan().direction().constraints();
        var history = engagement.ifWanted(lease.owner(), constraints);
        return new SlotPlanner(constraints, platforms, mission.startsAt(), history, emphases.preference(mission.id()));
    }

    private Span span(SlotPlanner planner, Mission mission, PipelineJob job) {
        var now = clock.instant();
        var from = job.cycle() == 1 || job.plan().plannedUntil() == null
                ? now
                : later(now, job.plan().plannedUntil());
        var horizon = planner.dayStart(from.plus(Duration.ofDays(config.horizonDays())));
        return new Span(from, earliest(horizon, CyclePlan.lastMoment(mission)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public void rollback(Lease lease, int cycle) {
        // The calendar is written in the transaction that completes the stage: a failed one has written none.
    }
}
