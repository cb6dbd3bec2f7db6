package io.groundswell.experiment;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.groundswell.site.Site;
import io.groundswell.site.SiteService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes, lists, changes and deletes experiments. Experiments of a deleted site count as deleted. */
@ApplicationScoped
public class ExperimentService {
    /** The limit under an unlimited plan, so that a list of all experiments has an end. */
    private static final long MOST = 1_000;
    /** Names of deleted experiments that are remembered for a site. */
    private static final long MOST_FORMER = 10_000;

    private final Experiments experiments;
    private final SiteService sites;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    ExperimentService(
            Experiments experiments,
            SiteService sites,
            OrganizationService organizations,
            AuditTrail audit,
            Clock clock) {
        this.experiments = experiments;
        this.sites = sites;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses an owner whose plan has no experiments, before the request is validated. */
    @Transactional
    public void requireGranted(Owner owner) {
        granted(owner);
    }

    private long granted(Owner owner) {
        var granted = organizations.get(owner.organizationId()).granted(Limit.SITE_EXPERIMENTS);
        if (granted == 0) {
            throw Refusal.of(ExperimentError.PRO_REQUIRED, "Experiments are part of the pro tier");
        }
        return granted == Limit.UNLIMITED ? MOST : Math.min(granted, MOST);
    }

    @Transactional
    public Experiment create(Caller caller, NewExperiment wanted) {
        var most = granted(caller.owner());
        var site = sites.named(caller.owner(), wanted.project());
        experiments.beAlone(site.id());
        experiments.requireFree(site.id(), wanted.name());
        requireRoom(site, most);
        var after = experiments.wasTaken(site.id(), wanted.name()) ? site.totalEvents() : 0;
        var experiment = new Experiment(site.organizationId(), site.id(), wanted, after, clock.instant());
        experiments.persist(experiment);
        audit(caller, "experiment.created", experiment, Map.of("name", wanted.name(), "project", site.name()));
        return experiment;
    }

    private void requireRoom(Site site, long most) {
        if (experiments.countOf(site.id()) >= most) {
            throw Refusal.of(
                    ExperimentError.EXPERIMENT_LIMIT,
                    "A project may have %d experiments. Delete one that nobody needs any more",
                    most);
        }
        if (experiments.countFormer(site.id()) >= MOST_FORMER) {
            throw Refusal.of(
                    ExperimentError.EXPERIMENT_LIMIT,
                    "Experiments of %d names were deleted from this project. Make another project",
                    MOST_FORMER);
        }
    }

    /** Oldest first. */
    @Transactional
    public List<Experiment> of(String siteId) {
        return experiments.of(siteId);
    }

    @Transactional
    public Experiment get(Owner owner, String id) {
        return ofSite(owner, experiments.require(owner.organizationId(), id));
    }

    /** The site that an experiment is of. */
    @Transactional
    public Site site(Owner owner, String id) {
        return sites.get(owner, get(owner, id).siteId());
    }

    /** @param winner key of the variant that won; may be null */
    @Transactional
    public Experiment change(Caller caller, String id, ExperimentStatus status, String winner) {
        var experiment = ofSite(
                caller.owner(), experiments.requireForChange(caller.owner().organizationId(), id));
        experiment.become(status, winner, clock.instant());
        var changes = new TreeMap<>(Map.of("status", status.toString()));
        if (winner != null) {
            changes.put("winner", winner);
        }
        audit(caller, "experiment.changed", experiment, changes);
        return experiment;
    }

    /** What was measured stays. */
    @Transactional
    public void delete(Caller caller, String id) {
        var experiment = ofSite(
                caller.owner(), experiments.requireForChange(caller.owner().organizationId(), id));
        experiments.forget(experiment);
        audit(caller, "experiment.deleted", experiment, Map.of("name", experiment.name()));
    }

    private Experiment ofSite(Owner owner, Experiment experiment) {
        if (!sites.isThere(owner, experiment.siteId())) {
            throw Experiments.notFound(experiment.id());
        }
        return experiment;
    }

    private void audit(Caller caller, String action, Experiment experiment, Map<String, String> details) {
        audit.record(caller.owner(), caller.userId(), action, experiment.id(), details);
    }
}
