package io.groundswell.generation;

/** One kind of work at one provider, such as {@code llm:claude}: what a job gives up on when its tries are used up. */
public record Route(Usage.Kind kind, String provider) {
    @Override
    public String toString() {
        return kind + ":" + provider;
    }
}
