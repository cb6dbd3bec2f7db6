package io.groundswell.generation;

/** Whoever writes or draws for us. */
public interface Provider {
    /** The name under which costs are booked, such as {@code sandbox} or {@code claude}. */
    String provider();

    /** False while its calls keep failing, so that another is asked meanwhile. */
    default boolean isReachable() {
        return true;
    }
}
