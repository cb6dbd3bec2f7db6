package io.groundswell.generation.language;

import io.groundswell.generation.Usage;

/** What the exchanges of one call have cost so far. */
final class Account {
    private final String provider;
    private final String model;
    private final Price price;
    private Tokens tokens = Tokens.NONE;

    Account(String provider, String model, Price price) {
        this.provider = provider;
        this.model = model;
        this.price = price;
    }

    void add(Tokens more) {
        tokens = tokens.plus(more);
    }

    boolean isEmpty() {
        return tokens.sum() == 0;
    }

    Usage usage() {
        return new Usage(provider, Usage.Kind.LLM, model, tokens.sum(), 0, price.of(tokens));
    }
}
