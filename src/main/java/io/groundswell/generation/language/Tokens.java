package io.groundswell.generation.language;

/** Tokens that are charged for. */
public record Tokens(long in, long out) {
    public static final Tokens NONE = new Tokens(0, 0);

    Tokens plus(Tokens more) {
        return new Tokens(in + more.in, out + more.out);
    }

    long sum() {
        return in + out;
    }
}
