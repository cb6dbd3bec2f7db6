package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;

/** Lays out what may be said as one type of content. */
interface Form {
    Copy write(Material material);
}
