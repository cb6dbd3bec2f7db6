package io.groundswell.generation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.AuditTrail;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Alone;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything other code may ask of brand contexts. */
@ApplicationScoped
public class BrandService {

    private final BrandContexts contexts;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final AgroalDataSource database;
    private final Clock clock;

    BrandService(
            BrandContexts contexts,
            OrganizationService organizations,
            AuditTrail audit,
            AgroalDataSource database,
            Clock clock) {
        this.contexts = contexts;
        this.organizations = organizations;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /** Creates the organization's context, or replaces it. */
    @Transactional
    public BrandContext onboard(Caller caller, BrandDescription description) {
        var owner = caller.owner();
        // Two first onboardings at once would otherwise meet at the unique key.
        Alone.with(database, "brand " + owner);
        var known = contexts.forChange(owner);
        if (known.isPresent()) {
            known.get().describe(description, clock.instant());
            audit.record(
                    owner,
                    caller.userId(),
                    "brand_context.replaced",
                    known.get().id());
            return known.get();
        }
        var context = new BrandContext(PublicId.next(BrandContext.ID_PREFIX), owner, description, clock.instant());
        contexts.persist(context);
        audit.record(owner, caller.userId(), "brand_context.created", context.id());
        return context;
    }

    @Transactional
    public BrandContext get(Owner owner) {
        return contexts.of(owner).orElseThrow(BrandService::none);
    }

    @Transactional
    public BrandContext change(Caller caller, UnaryOperator<BrandDescription> change) {
        var context = contexts.forChange(caller.owner()).orElseThrow(BrandService::none);
        context.describe(change.apply(context.description()), clock.instant());
        audit.record(caller.owner(), caller.userId(), "brand_context.changed", context.id());
        return context;
    }

    private static Refusal none() {
        return Refusal.of(
                GenerationError.NO_BRAND_CONTEXT, "There is no brand context yet: POST /v1/onboard makes one");
    }

    @Transactional
    public Optional<BrandContext> find(Owner owner) {
        return contexts.of(owner);
    }

    /** The organization's brand, or a neutral one that knows only its name. */
    @Transactional
    public Brand brandOf(Owner owner) {
        return contexts.of(owner)
                .map(BrandContext::brand)
                .orElseGet(() ->
                        Brand.neutral(organizations.get(owner.organizationId()).name()));
    }
}
