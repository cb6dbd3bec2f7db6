package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How somebody is kept from things of others. What stands in the path is refused. An id elsewhere is refused, or it gets the very answer that an id gets
 * which nobody has: an empty page, or what is wrong with the rest of the request.
 */
final class Denial {
    /** An address that is closed for everybody tells nothing of the thing. */
    static final int GONE = 410;

    /** Answered with 200 and a list of what was refused. */
    private static final String ITEM_BY_ITEM = "/v1/content/bulk/";

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    private static final String OF_ITS_OWN = "req_[0-9A-Za-z]+|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

    private final Player sender;
    private final Player owner;
    private final Exchange foreign;
    private final Mentions mentions;
    private final Set<IdPlace> places;
    private final List<String> ids = new ArrayList<>();

    /** @param places those where the ids of the owner stand */
    Denial(Player sender, Player owner, Exchange foreign, Mentions mentions, Set<IdPlace> places) {
        this.sender = sender;
        this.owner = owner;
        this.foreign = foreign;
        this.mentions = mentions;
        this.places = places;
    }

    /** The status of the answer. */
    int require() {
        var answer = sender.send(foreign);
        if (!REFUSED.contains(answer.statusCode())) {
            requireNothingKnown(answer);
        }
        return answer.statusCode();
    }

    private void requireNothingKnown(HttpResponse<String> answer) {
        var told = "%s %s of others, %s%n%s".formatted(foreign.method(), foreign.path(), places, answer.body());
        if (answer.statusCode() != GONE) {
            assertThat(places).as(told).noneMatch(IdPlace::isPath);
        }
        if (!foreign.method().equals("GET") && !foreign.path().startsWith(ITEM_BY_ITEM)) {
            assertThat(answer.statusCode()).as(told).isBetween(400, 499);
        }
        var unknown = mentions.replace(foreign, places, this::unlike);
        assertThat(general(answer)).as(told).isEqualTo(general(sender.send(unknown)));
    }

    /** An id of the same form that nobody has. */
    private String unlike(String id) {
        var known = owner.fill(id);
        var kept = Math.max(0, known.length() - 8);
        var other = new StringBuilder(known.substring(0, kept));
        known.substring(kept)
                .chars()
                .forEach(c -> other.append((char) (Character.isDigit(c) ? '0' + (c - '0' + 1) % 10 : c)));
        if (other.toString().equals(known)) {
            other.setCharAt(other.length() - 1, '0');
        }
        ids.add(known);
        ids.add(other.toString());
        return other.toString();
    }

    private String general(HttpResponse<String> answer) {
        var text = answer.statusCode() + " " + answer.body();
        for (var id : ids) {
            text = text.replace(id, "<id>");
        }
        return text.replaceAll(OF_ITS_OWN, "<own>");
    }
}
