package io.groundswell.recording;

import io.groundswell.shared.Owner;

/** Figures of videos or creators may be others than before. Told in the transaction of the change. */
public record FiguresChanged(Owner owner) {}
