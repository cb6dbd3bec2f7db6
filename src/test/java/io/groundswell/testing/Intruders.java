package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Isolation.Axis;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Others who ask for what is not theirs: another organization, and the same one in its other mode. Nothing of the owner's data may change by it.
 *
 * <p>Whether a stranger sends the owner's id with a key of its own, or a key of its own with the owner's id, is one and the same request. It is another
 * one when a request names several things and the rest of them is the stranger's own: then each place is tried by itself.
 */
final class Intruders {
    private final Player owner;
    private final Player stranger;
    private final Optional<Twin> twin;
    private final Map<Axis, Keys> keys;
    private final String organization;
    private final Belongings belongings;
    private final Isolation isolation;

    /**
     * @param cast the owner's
     * @param others that of another organization
     */
    Intruders(
            Player owner,
            Map<String, String> cast,
            Map<String, String> others,
            Belongings belongings,
            Isolation isolation) {
        this.owner = owner;
        this.stranger = new Player(owner.transcript(), others);
        this.keys = Map.of(Axis.FOREIGN_KEY, Keys.of(others), Axis.OTHER_MODE, Keys.ofOtherMode(cast));
        this.organization = cast.get("organization");
        this.belongings = belongings;
        this.isolation = isolation;
        // To live through it all takes as long as the transcript itself.
        var hasNew = owner.transcript().exchanges().stream().anyMatch(this::isNew);
        this.twin = Optional.of(new Twin(stranger)).filter(one -> hasNew);
        twin.ifPresent(one -> Api.lift(others.get("organization")));
    }

    void tryFirst(Exchange exchange) {
        twin.ifPresent(one -> one.comesAfter(exchange));
        isolation
                .of(exchange)
                .filter(mentions -> isWorthATry(exchange, mentions))
                .ifPresent(mentions -> {
                    assertThat(mentions.hidden(exchange, owner::fill))
                            .as("Ids of %s %s, which IdPlace does not know by name", exchange.method(), exchange.path())
                            .isEmpty();
                    if (!mentions.in(exchange).isEmpty()) {
                        intrude(exchange, mentions);
                    }
                });
    }

    private boolean isWorthATry(Exchange exchange, Mentions mentions) {
        return isAnswered(exchange) || isNewByStranger(exchange, mentions);
    }

    private static boolean isAnswered(Exchange exchange) {
        return exchange.status() < 300 || exchange.status() == Denial.GONE;
    }

    /** No transcript asks for an answer that never ends, and so only a stranger of its own may ask for that. */
    private boolean isNewByStranger(Exchange exchange, Mentions mentions) {
        var isByStranger =
                exchange.headers().stream().anyMatch(header -> header.value().contains("{{stranger_"));
        return isByStranger && !asked(Axis.FOREIGN_KEY, mentions).containsAll(mentions.in(exchange));
    }

    /** Whether it names several things, each of which could be another's while the rest is one's own, and that was not tried yet. */
    private boolean isNew(Exchange exchange) {
        return isAnswered(exchange)
                && isolation
                        .of(exchange)
                        .filter(mentions -> mentions.in(exchange).size() > 1)
                        .filter(mentions -> !asked(Axis.FOREIGN_KEY, mentions).containsAll(mentions.in(exchange)))
                        .isPresent();
    }

    private Set<IdPlace> asked(Axis axis, Mentions mentions) {
        return isolation.asked(axis, mentions.ids().operation());
    }

    private void intrude(Exchange exchange, Mentions mentions) {
        var before = belongings.of(organization);
        intrude(Axis.FOREIGN_KEY, exchange, mentions);
        // Of a request that a stranger is refused, nobody knows in which mode its owner would have sent it.
        if (isAnswered(exchange)) {
            intrude(Axis.OTHER_MODE, exchange, mentions);
        }
        assertThat(belongings.of(organization))
                .as("What is left after others sent %s %s", exchange.method(), exchange.path())
                .isEqualTo(before);
    }

    private void intrude(Axis axis, Exchange exchange, Mentions mentions) {
        var asked = keys.get(axis).in(exchange, owner::fill);
        if (asked.headers().isEmpty() || mentions.ids().places(axis).isEmpty()) {
            return;
        }
        var named = mentions.in(exchange);
        var status = new Denial(owner, owner, asked, mentions, named).require();
        isolation.asked(axis, mentions.ids().operation(), tried(axis, named), status);
        if (axis == Axis.FOREIGN_KEY && twin.isPresent() && named.size() > 1) {
            named.forEach(place -> intrudeAt(place, asked, mentions));
        }
    }

    /** Of several ids of another organization nobody knows which one was refused. */
    private static Set<IdPlace> tried(Axis axis, Set<IdPlace> named) {
        return axis == Axis.OTHER_MODE || named.size() == 1 ? named : Set.of();
    }

    private void intrudeAt(IdPlace place, Exchange asked, Mentions mentions) {
        var foreign = mentions.replace(asked, Set.of(place), owner::fill);
        if (!foreign.equals(asked) && stranger.knows(foreign)) {
            var status = new Denial(stranger, owner, foreign, mentions, Set.of(place)).require();
            isolation.asked(Axis.FOREIGN_KEY, mentions.ids().operation(), Set.of(place), status);
        }
    }
}
