package io.groundswell.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes events from other code. */
@ApplicationScoped
public class EventService {
    private final Intake intake;
    private final UserAgents agents;
    private final Countries countries;

    EventService(Intake intake, UserAgents agents, Countries countries) {
        this.intake = intake;
        this.agents = agents;
        this.countries = countries;
    }

    /**
     * Where a request came from.
     *
     * @param userAgent as it calls itself; may be null
     * @param origin of the page that sent it; may be null
     * @param country as a proxy tells it; may be null
     */
    public record Sender(String userAgent, String origin, String country, InetAddress address) {
        boolean isNamed() {
            return userAgent != null && !userAgent.isBlank();
        }
    }

    /**
     * Who sent it; the first events wait until browsers can be named, as far as there is room.
     *
     * @param bytes of the request
     */
    public CompletionStage<Visitor> visitor(Sender sender, long bytes) {
        if (agents.isCrowded(bytes)) {
            throw intake.overload();
        }
        var country = countries.of(sender.country(), sender.address());
        CompletionStage<UserAgents.Agent> read = sender.isNamed()
                ? agents.read(sender.userAgent(), bytes)
                : CompletableFuture.completedFuture(new UserAgents.Agent(null, null, null));
        return read.thenApply(agent -> new Visitor(country, agent.browser(), agent.os(), agent.device()));
    }

    /**
     * Writes events of one site, all or none of them; completes when they are in the database. Events of automata are
     * counted, not kept.
     *
     * @param bytes of the request
     */
    public CompletionStage<Void> record(String token, List<Event> events, Sender sender, long bytes) {
        return take(token, List.copyOf(events), null, sender, bytes);
    }

    /**
     * Records the id that a user of a site has from now on; completes when it is in the database. Earlier events are changed
     * afterwards. Calls of automata are ignored.
     *
     * @param bytes of the request
     */
    public CompletionStage<Void> identify(String token, Identification identification, Sender sender, long bytes) {
        return take(token, List.of(), identification, sender, bytes);
    }

    private CompletionStage<Void> take(
            String token, List<Event> events, Identification identification, Sender sender, long bytes) {
        var done = new CompletableFuture<Void>();
        var automaton = Automata.recognise(sender.userAgent());
        intake.add(new Delivery(token, sender.origin(), automaton, events, identification, bytes, true, done));
        return done;
    }

    /**
     * Writes past events, which a site's owner imports by the thousand: they count against the limit of events, not of
     * requests.
     *
     * @param token of the site
     */
    public CompletionStage<Void> recordPast(String token, List<Event> events, long bytes) {
        var done = new CompletableFuture<Void>();
        intake.add(new Delivery(token, null, null, List.copyOf(events), null, bytes, false, done));
        return done;
    }
}
