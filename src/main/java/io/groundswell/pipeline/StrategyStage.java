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
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Mission;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Connections;
import io.groundswell.publishing.ScheduleService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns objectives into pillars and topics, and these into an editorial calendar for the next days. */
@ApplicationScoped
class StrategyStage implements StageWork {
    /** Of a cycle without a slot, as most of a monthly mission are: nobody is paid to plan it. */
    private static final Plan NOTHING = new Plan(List.of(), Map.of(), null);

    private final Leases leases;
    private final Ledger ledger;
    private final Providers providers;
    private final PaidCalls calls;
    private final BrandService brands;
    private final Connections connections;
    private final Calendar calendar;
    private final CycleSlots cycleSlots;
    private final EarlierPlans earlier;
    private final Emphases emphases;
    private final ScheduleService schedule;
    private final StageEvents events;
    private final Clock clock;

    StrategyStage(
            Leases leases,
            Ledger ledger,
            Providers providers,
            PaidCalls calls,
            BrandService brands,
            Connections connections,
            Calendar calendar,
            CycleSlots cycleSlots,
            EarlierPlans earlier,
            Emphases emphases,
            ScheduleService schedule,
            StageEvents events,
            Clock clock) {
        this.leases = leases;
        this.ledger = ledger;
        this.providers = providers;
        this.calls = calls;
        this.brands = brands;
        this.connections = connections;
        this.calendar = calendar;
        this.cycleSlots = cycleSlots;
        this.earlier = earlier;
        this.emphases = emphases;
        this.schedule = schedule;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.STRATEGY;
    }

    @Override
    public void step(Lease lease) {
        Optional<Order> wanted = leases.guarded(lease, (mission, job) -> {
            job.plan().follow(Direction.of(mission));
            var brief = brief(lease, mission, job);
            var found = cycleSlots.find(lease, mission, job, brief.platforms());
            if (found.slots().isEmpty()) {
                complete(lease, mission, job, NOTHING, found);
                return Optional.empty();
            }
            return Optional.of(order(lease, mission, job, brief));
        });
        wanted.ifPresent(order -> buy(lease, order));
    }

    private Order order(Lease lease, Mission mission, PipelineJob job, PlanBrief brief) {
        var writer = providers.writer(lease.owner(), job.tries().givenUp());
        var call = new Spending.Call(brief.reference(), writer.provider(), "llm", writer.estimateCents(brief));
        ledger.reserve(Spending.on(mission, job.id(), Stage.STRATEGY, null, call));
        return new Order(writer, brief);
    }

    private void buy(Lease lease, Order order) {
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
                platforms(mission, job, constraints),
                constraints.contentTypes() == null ? Set.of() : constraints.contentTypes(),
                constraints.excludedTopics(),
                job.cycle(),
                earlier.before(mission.id(), job.cycle()));
    }

    /** Those connected now that take any type the mission allows; while none is, as when an account is being replaced, intake's. */
    private List<Platform> platforms(Mission mission, PipelineJob job, Constraints constraints) {
        var connected = connections.connected(mission.owner(), mission.platforms());
        return Stream.of(connected, StageOutputs.platforms(job))
                .map(platforms -> taking(constraints.contentTypes(), platforms))
                .filter(taking -> !taking.isEmpty())
                .findFirst()
                .orElseThrow(() -> new Permanent(
                        PipelineError.PLATFORM_NOT_CONNECTED,
                        "None of the connected platforms takes any of the mission's content types"));
    }

    private static List<Platform> taking(Set<ContentType> types, List<Platform> platforms) {
        return platforms.stream()
                .filter(platform -> types == null || types.stream().anyMatch(type -> type.fits(platform)))
                .toList();
    }

    private void draw(Lease lease, Mission mission, PipelineJob job, Plan plan, List<Platform> platforms) {
        // What is late may be given days meanwhile that look free: from here on both see what the other has written.
        schedule.holdAgenda(lease.owner());
        complete(lease, mission, job, plan, cycleSlots.find(lease, mission, job, platforms));
    }

    private void complete(Lease lease, Mission mission, PipelineJob job, Plan plan, CycleSlots.Found found) {
        var planned = fill(mission, job, plan, found);
        calendar.write(lease, planned);
        job.plan().planned(found.span().until());
        job.complete(StageOutputs.strategy(plan, planned, found.slots(), found.span()), clock.instant());
        events.completed(job, Stage.STRATEGY);
    }

    private List<CalendarSlot> fill(Mission mission, PipelineJob job, Plan plan, CycleSlots.Found found) {
        var first = calendar.clear(mission.id(), job.cycle());
        if (found.slots().isEmpty()) {
            return List.of();
        }
        var before = calendar.plannedUpTo(mission.id(), job.cycle());
        return new CalendarPlanner(plan, job.cycle(), before).fill(found.slots(), first, found.earlier());
    }

    @Override
    public void rollback(Lease lease, int cycle) {
        // The calendar is written in the transaction that completes the stage: a failed one has written none.
    }
}
