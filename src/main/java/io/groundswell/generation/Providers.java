package io.groundswell.generation;

import io.groundswell.account.OrganizationConfig.ProviderRouting;
import io.groundswell.account.OrganizationService;
import io.groundswell.mission.ContentType;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Picks who writes and draws for an organization: first whom it prefers, then the others in the order of the
 * {@link Roster}, without those that a job has given up on and, as long as another is left, without those that do not
 * answer. Test missions always get the sandbox, and so do live ones as long as nobody of that kind is configured.
 */
@ApplicationScoped
public class Providers {
    private final Writer sandboxWriter;
    private final Illustrator sandboxIllustrator;
    private final Roster roster;
    private final OrganizationService organizations;

    Providers(Writer writer, Illustrator illustrator, Roster roster, OrganizationService organizations) {
        this.sandboxWriter = writer;
        this.sandboxIllustrator = illustrator;
        this.roster = roster;
        this.organizations = organizations;
    }

    /** @param givenUp names of {@link Route}s */
    public Writer writer(Owner owner, Collection<String> givenUp) {
        return pick(Usage.Kind.LLM, writers(owner), givenUp);
    }

    public Illustrator illustrator(Owner owner, ContentType type, Collection<String> givenUp) {
        var drawing = pick(Usage.Kind.IMAGE, illustrators(owner), givenUp);
        return drawing.draws(type) ? drawing : new Storyboards(sandboxIllustrator);
    }

    /** Whether anybody is left for what {@code failed} could not do. */
    public boolean hasOther(Owner owner, Route failed, Collection<String> givenUp) {
        var all = failed.kind() == Usage.Kind.LLM ? writers(owner) : illustrators(owner);
        return all.stream()
                .map(provider -> new Route(failed.kind(), provider.provider()))
                .anyMatch(route -> !route.equals(failed) && !givenUp.contains(route.toString()));
    }

    private List<Writer> writers(Owner owner) {
        var routing = routing(owner);
        return lineup(owner, roster.writers(), routing.llmPreference(), routing, sandboxWriter);
    }

    private List<Illustrator> illustrators(Owner owner) {
        var routing = routing(owner);
        return lineup(owner, roster.illustrators(), routing.imagePreference(), routing, sandboxIllustrator);
    }

    private ProviderRouting routing(Owner owner) {
        return organizations.get(owner.organizationId()).config().providerRouting();
    }

    private static <P extends Provider> List<P> lineup(
            Owner owner, List<P> configured, String preferred, ProviderRouting routing, P sandbox) {
        if (owner.mode() == Mode.TEST || configured.isEmpty()) {
            return List.of(sandbox);
        }
        // Sorting keeps the order of those that are not preferred.
        return configured.stream()
                .sorted(Comparator.comparing(provider -> !provider.provider().equals(preferred)))
                .limit(routing.fallbackEnabled() ? configured.size() : 1)
                .toList();
    }

    private static <P extends Provider> P pick(Usage.Kind kind, List<P> lineup, Collection<String> givenUp) {
        var left = lineup.stream()
                .filter(provider -> !givenUp.contains(new Route(kind, provider.provider()).toString()))
                .toList();
        return left.stream()
                .filter(Provider::isReachable)
                .findFirst()
                .or(() -> left.stream().findFirst())
                .orElse(lineup.get(0));
    }
}
