package io.groundswell.annotation;

import io.groundswell.shared.Owner;

/** Something else stands on a thing's timeline than before. Told in the transaction of the change. */
public record TimelineChanged(Owner owner, TrackedThing thing) {}
