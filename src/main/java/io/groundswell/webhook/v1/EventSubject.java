package io.groundswell.webhook.v1;

import io.groundswell.shared.Owner;
import java.util.Optional;

/** A kind of object that events are about. Features above this one register theirs so. */
public interface EventSubject {
    /** What the ids of such objects begin with, such as {@code msn}. */
    String prefix();

    /** The object as the API shows it, to be written as JSON; empty when it is gone. Called in a transaction. */
    Optional<Object> find(Owner owner, String id);
}
